import type { CallEventOf } from '../../../contracts/call/event.ts';
import type { Variables } from './variables.ts';

export type Recorded = Pick<CallEventOf<'recorded'>, 'result' | 'ms'>;

/** Shorter than this is the click of a caller who hung up or pressed the key at once. */
const EMPTY_BELOW_MS = 500;

/**
 * Takes the variables after a recording has ended; returns its length. `record_ms` counts what was written; when
 * silence ended it, that silence is in it too.
 */
export function recordedResult(variables: Variables): Recorded {
  const ms = Number(variables('record_ms') ?? Number.NaN);
  if (!Number.isSafeInteger(ms) || ms < 0) return { result: 'failed', ms: 0 };
  return { result: ms < EMPTY_BELOW_MS ? 'empty' : 'recorded', ms };
}
