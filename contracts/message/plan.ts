import { readKrNumber } from '../number/kr-number.ts';
import type { AdMarks } from './ad-marks.ts';
import type { MessageChannel } from './kinds.ts';
import { adAllowedAt } from './night.ts';
import { readContent } from './plan-content.ts';
import { countChannels, estimateOf } from './plan-cost.ts';
import type { MessagePlan, PlanFacts, PlannedRecipient, PlanProblem, PlanResult } from './plan-facts.ts';
import { countRecipients, createRecipientReader } from './plan-recipient.ts';
import { gatherRowProblems, problem } from './plan-remark.ts';
import { chooseSender } from './plan-sender.ts';
import { createTextMaker } from './plan-text.ts';
import { createTextWarnings, otherWarnings } from './plan-warnings.ts';
import type { MessageRequest, RecipientInput } from './request.ts';

/** A message may be scheduled this far ahead, ms. */
const FARTHEST = 366 * 86_400_000;
const WEIGHT = ['sms', 'lms', 'mms', 'alimtalk'] as const satisfies readonly MessageChannel[];

/**
 * Decides all of a message before anything is written or sent: who is texted what, as what, from where and when. Pure,
 * so that the preview and the acceptance cannot differ; `now` in ms.
 */
export function planMessage(request: MessageRequest, facts: PlanFacts, now: number): PlanResult {
  const problems: PlanProblem[] = [];
  const sender = chooseSender(request.sender, facts);
  if (sender.problem !== null) problems.push(sender.problem);
  const content = readContent(request, facts, problems);
  const marks = readMarks(request, facts, problems);
  const asked = request.dueAt ?? now;
  const from = Math.max(asked, now);
  if (from > now + FARTHEST) problems.push(problem('due-too-far', 'dueAt', 'at most a year ahead'));

  const read = createRecipientReader(request.purpose, content.channel === 'alimtalk', facts);
  const make = createTextMaker(content, marks);
  const values = createValues(content.source?.variables ?? []);
  const textWarnings = createTextWarnings();
  const recipients = request.recipients.map((recipient, index): PlannedRecipient => {
    const who = read(recipient);
    const night = who.night && request.purpose === 'ad';
    const base = { ...who, row: index + 1, name: recipient.name, night, variables: values(recipient) };
    if (who.exclusion !== null)
      return { ...base, ...NOTHING, channel: content.channel ?? 'sms', dueAt: from };
    const { checked, ...text } = make(base.variables);
    textWarnings.note(checked);
    const found = text.problem === null ? null : { ...text.problem, row: base.row };
    const dueAt = request.purpose === 'ad' ? adAllowedAt(from, night) : from;
    return { ...base, ...text, problem: found, dueAt };
  });

  const sent = recipients.filter(({ exclusion }) => exclusion === null);
  problems.push(...rowProblems(sent, content.source?.variables.length === 0));
  problems.push(...notOffered(sent, facts.channels));
  if (sent.length === 0) problems.push(problem('nobody-left', 'recipients', 'nobody of these can be texted'));
  const warnings = [...textWarnings.warnings(), ...otherWarnings(facts.image, recipients, { asked, from })];
  const plan: MessagePlan = {
    purpose: request.purpose,
    channel:
      WEIGHT.findLast((kind) => sent.some(({ channel }) => channel === kind)) ?? content.channel ?? 'sms',
    sender: sender.digits,
    subject: content.subject,
    body: content.body,
    template: request.template ?? null,
    image: request.image ?? null,
    fallback: content.fallback !== null,
    recipients,
    counts: countRecipients(recipients),
    channels: countChannels(sent),
    longestBytes: sent.reduce((longest, { bytes }) => Math.max(longest, bytes), 0),
    dueAt: sent.reduce((first, { dueAt }) => Math.min(first, dueAt), sent[0]?.dueAt ?? from),
    ...estimateOf(sent, facts.prices),
  };
  return problems.length === 0
    ? { ok: true, plan, warnings }
    : { ok: false, problems, warnings, draft: plan };
}

const NOTHING = { text: '', bytes: 0, fallback: null, problem: null } as const;

/**
 * Values that the text asks for, and no others: they go to the provider with an Alimtalk. A recipient's name is one
 * too, unless his row has another of that name.
 */
function createValues(names: readonly string[]): (recipient: RecipientInput) => Record<string, string> {
  return ({ name, variables }) => {
    const given: Record<string, string> = name === '' ? variables : { 이름: name, name, ...variables };
    const entries = Object.entries(given).map(([key, value]) => [key.normalize('NFC'), value] as const);
    return Object.fromEntries(entries.filter(([key]) => names.includes(key)));
  };
}

/** A text that is the same for all is wrong once, not in every row. */
function rowProblems(sent: readonly PlannedRecipient[], same: boolean): PlanProblem[] {
  const found = sent.flatMap((recipient) => (recipient.problem === null ? [] : [recipient.problem]));
  const [first] = found;
  if (same && first !== undefined) return [{ ...first, row: null }];
  return gatherRowProblems(found, sent.length);
}

function notOffered(sent: readonly PlannedRecipient[], offered: readonly MessageChannel[]): PlanProblem[] {
  const used = new Set(
    sent.flatMap(({ channel, fallback }) => [channel, ...(fallback ? [fallback.channel] : [])]),
  );
  return [...used]
    .filter((channel) => !offered.includes(channel))
    .map((channel) => problem('channel-not-offered', 'channel', `the provider does not carry ${channel}`));
}

/** 정보통신망법 제50조: no advertising without a name and a free number of refusal (080). */
function readMarks(request: MessageRequest, facts: PlanFacts, problems: PlanProblem[]): AdMarks | null {
  if (request.purpose !== 'ad') return null;
  const { adSenderName, optOutNumber } = facts.settings;
  const optOut = optOutNumber === null ? undefined : readKrNumber(optOutNumber);
  if (adSenderName === null)
    problems.push(problem('ad-name-missing', 'purpose', 'set the name that advertising is sent under'));
  if (optOut?.class !== 'toll-free')
    problems.push(problem('opt-out-number-missing', 'purpose', 'set the free 080 number of refusal'));
  return { name: adSenderName ?? '', optOut: optOut?.display ?? '' };
}
