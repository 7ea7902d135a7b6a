import type { CallId } from '../../contracts/ids.ts';
import { channelUuid } from './argument.ts';
import { api, type SwitchCommand } from './switch-command.ts';

/** Extension and context of `freeswitch/conf` that speak the fallback and hang up. */
export const FALLBACK_EXTENSION = 'cw_fallback';
export const CALLWRIGHT_CONTEXT = 'callwright';
/** How long a caller may sit in silence when every process of ours has died (design §1.1). */
export const DEAD_MAN_SECONDS = 60;

/** Removes every timed action of the channel; harmless when there is none, also when the channel is gone. */
export const disarmDeadMan = (call: CallId): SwitchCommand => api(`sched_del ${channelUuid(call)}`);

/** Sends the caller to the spoken fallback after 60 s, unless renewed or disarmed. Exact to a second. */
export const armDeadMan = (call: CallId, seconds: number = DEAD_MAN_SECONDS): SwitchCommand =>
  api(
    `sched_transfer +${Math.max(1, Math.trunc(seconds))} ${channelUuid(call)} ${FALLBACK_EXTENSION} XML ${CALLWRIGHT_CONTEXT}`,
  );

/** Arming does not replace an earlier transfer, so the old one is removed first: the order of the two matters. */
export const renewDeadMan = (call: CallId): SwitchCommand[] => [disarmDeadMan(call), armDeadMan(call)];
