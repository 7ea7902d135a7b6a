import type { CallId } from '../../contracts/ids.ts';
import { channelUuid } from './argument.ts';
import { api, execute, type SwitchCommand } from './switch-command.ts';

/** Event-UUID of what runs without being a verb; it ends with the call. */
const NO_VERB = 'cw-ground';

/**
 * Lays silence under everything that follows on an answered channel. `park` takes keys off the queue that are typed
 * while nothing else runs, 20–60 ms from one input to the next; `endless_playback` leaves them there for the next input
 * (1.10.12: it alone plays without looking for keys), and verbs begin in it as soon as in `park`. Not locked, so that
 * they can. A bridge ends it, `uuid_break` only begins it anew.
 */
export const keepKeys = (call: CallId): SwitchCommand =>
  execute({
    uuid: channelUuid(call),
    app: 'endless_playback',
    arg: 'silence_stream://-1',
    eventUuid: NO_VERB,
  });

/** Throws away what was typed ahead. */
export const forgetKeys = (call: CallId): SwitchCommand => api(`uuid_flush_dtmf ${channelUuid(call)}`);
