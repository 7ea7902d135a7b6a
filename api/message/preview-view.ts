import type { MessagePreview, PreviewRow } from '../../contracts/api/messages.ts';
import type { PlannedRecipient, PlanResult } from '../../contracts/message/plan-facts.ts';
import { iso } from '../http/iso.ts';

/** Everybody among the first, and those with something wrong further on. */
const FIRST = 100;
const MOST = 200;

const toRow = (recipient: PlannedRecipient): PreviewRow => {
  const { row, display, name, exclusion, channel, bytes, text, problem } = recipient;
  const sent = exclusion === null;
  return {
    row,
    number: display,
    name,
    exclusion,
    channel: sent ? channel : null,
    bytes: sent ? bytes : null,
    text: sent ? text : null,
    problem: problem?.message ?? null,
  };
};

function rowsOf(recipients: readonly PlannedRecipient[]): PreviewRow[] {
  const first = recipients.slice(0, FIRST);
  const wrong = recipients
    .slice(FIRST)
    .filter(({ exclusion, problem }) => exclusion !== null || problem !== null)
    .slice(0, MOST - first.length);
  return [...first, ...wrong].map(toRow);
}

/** What would be sent. Whole numbers: they are the ones that the asker has just sent us. */
export function toMessagePreview(result: PlanResult): MessagePreview {
  const plan = result.ok ? result.plan : result.draft;
  return {
    problems: result.ok ? [] : [...result.problems],
    warnings: [...result.warnings],
    counts: plan.counts,
    channels: plan.channels,
    estimate: plan.estimate,
    estimateAtMost: plan.estimateAtMost,
    dueAt: iso(plan.dueAt),
    rows: rowsOf(plan.recipients),
  };
}
