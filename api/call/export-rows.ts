import type { Actor } from '../../contracts/api/actor.ts';
import { maskNumber } from '../../contracts/masking.ts';
import type { CallRow } from '../../db/repositories/call-row.ts';
import type { CallConditions } from '../../db/repositories/calls-branches.ts';
import type { CallCursor } from '../../db/repositories/calls-list.ts';
import type { CallParts } from './call-parts.ts';
import type { ScenarioNames } from './call-view.ts';
import type { ExportWords } from './export-words.ts';

export type Cell = string | number;

const PAGE = 1_000;

/**
 * The lines of an exported file, heading first, read page by page while they are written. Numbers are masked. That
 * something did not fit is said in the last line, and to `onCut`.
 */
export async function* exportRows(
  { repositories: { calls, callScenarios } }: Pick<CallParts, 'repositories'>,
  actor: Actor,
  conditions: CallConditions,
  { words, most, onCut }: { words: ExportWords; most: number; onCut?: () => void },
): AsyncGenerator<readonly Cell[]> {
  yield words.headings;
  let cursor: CallCursor | null | undefined;
  for (let left = most; cursor !== null && left > 0; ) {
    const page = await calls.list(actor, { ...conditions, limit: Math.min(PAGE, left), cursor });
    const hashes = page.calls.flatMap(({ scenario }) => scenario ?? []);
    const names = await callScenarios.names(actor, hashes);
    for (const row of page.calls) yield lineOf(row, names, words);
    left -= page.calls.length;
    cursor = page.next;
  }
  if (cursor === null) return;
  onCut?.();
  yield [words.cut(most)];
}

function lineOf(row: CallRow, names: ScenarioNames, words: ExportWords): Cell[] {
  const { answeredAt, endedAt, outcome, scenario } = row;
  return [
    row.call,
    inSeoul(row.arrivedAt),
    inSeoul(answeredAt),
    inSeoul(endedAt),
    words.direction[row.direction],
    maskNumber(row.caller),
    maskNumber(row.called),
    scenario === null ? '' : (names.get(scenario) ?? ''),
    words.state[row.state],
    outcome === null ? '' : words.result[outcome.result],
    outcome === null ? '' : words.reason[outcome.reason],
    answeredAt === null || endedAt === null ? '' : Math.max(0, Math.round((endedAt - answeredAt) / 1_000)),
  ];
}

/** Korea has no summer time: nine hours ahead of UTC the whole year. */
const SEOUL_MS = 9 * 3_600_000;

/** `2026-09-21 23:13:20`; empty for what has not happened. */
export const inSeoul = (ms: number | null): string =>
  ms === null ? '' : new Date(ms + SEOUL_MS).toISOString().slice(0, 19).replace('T', ' ');

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection): a caller's
 * name or a scenario's must not run anything on the desk where the file is opened.
 */
export const harmless = (cell: Cell): Cell =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
