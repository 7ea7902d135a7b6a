import type { CallEventOf } from '../../../contracts/call/event.ts';

/**
 * Takes `Application-Response` of a finished playback. `uuid_break` also ends in FILE PLAYED: the switch does not tell
 * it from the end of the file. A bridge or transfer that takes the channel away ends in PLAYBACK ERROR.
 */
export function playedResult(response: string | undefined): CallEventOf<'played'>['result'] {
  if (response === 'FILE PLAYED') return 'completed';
  if (response === 'FILE NOT FOUND') return 'missing';
  return response === 'PLAYBACK ERROR' ? 'interrupted' : 'failed';
}
