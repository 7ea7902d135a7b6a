import type { LiveCall } from '../../contracts/api/live.ts';
import { maskNumber } from '../../contracts/masking.ts';
import type { LiveCallRow } from '../../db/repositories/call-feed.ts';

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/** A live call as screens show it: numbers masked. */
export const toLiveCall = (row: LiveCallRow): LiveCall => ({
  id: row.call,
  calledMasked: maskNumber(row.called),
  callerMasked: maskNumber(row.caller),
  direction: row.direction,
  scenarioName: row.scenarioName,
  scenario: row.scenario,
  block: row.block,
  blockType: row.blockType,
  blockSince: iso(row.blockSince),
  arrivedAt: new Date(row.arrivedAt).toISOString(),
  answeredAt: iso(row.answeredAt),
});

/** One event of the stream as text on the wire; `data` is JSON and so holds no line break of its own. */
export const wireEvent = (event: string, data: string, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`;
