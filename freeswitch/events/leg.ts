import { CallId } from '../../contracts/ids.ts';
import { dialCause } from '../commands/index.ts';
import type { EslEvent } from '../esl/index.ts';
import type { Addressed } from './translate.ts';

/**
 * Events of a leg that we dialled, told apart by `cw_dial` (the verb number that dialled it). An unknown
 * gateway ends with no hang-up event at all, only with the result of the originate job (transcript 20-).
 */
export function legEvents(event: EslEvent): Addressed | undefined {
  const at = Math.round(event.timestampMs);
  if (event.name === 'BACKGROUND_JOB') return failedJob(event, at);
  const call = CallId.safeParse(event.uuid);
  const verb = Number(event.variable('cw_dial'));
  if (!call.success || !Number.isInteger(verb) || verb < 1) return undefined;
  const address = { call: call.data, mayStart: false };
  const base = { id: event.id, at };
  switch (event.name) {
    case 'CHANNEL_PROGRESS':
    case 'CHANNEL_PROGRESS_MEDIA':
      return { ...address, event: { type: 'leg', ...base, verb, state: 'ringing' } };
    case 'CHANNEL_PARK':
      return { ...address, event: { type: 'leg', ...base, verb, state: 'answered' } };
    case 'CHANNEL_HANGUP_COMPLETE': {
      const cause = notAccepted(event) ? DECLINED : (event.header('Hangup-Cause') ?? 'UNKNOWN');
      return { ...address, event: { type: 'hungUp', ...base, cause, by: 'peer' } };
    }
    default:
      return undefined;
  }
}

/** Somebody picked up and did not take the call: no cause of the switch says so. */
const DECLINED = 'DECLINED';

/**
 * True for a leg that was picked up and had a key to press, which stands on the channel until it is pressed. One that we
 * took back ends by ORIGINATOR_CANCEL and was refused by nobody.
 */
function notAccepted(event: EslEvent): boolean {
  const answered = Number(event.header('Caller-Channel-Answered-Time') ?? 0) > 0;
  const waited = event.variable('group_confirm_key') !== undefined;
  return answered && waited && event.header('Hangup-Cause') !== 'ORIGINATOR_CANCEL';
}

/** Causes by which a leg ends that had a channel: its own event tells more, and the job may be told first. */
const WITH_CHANNEL: ReadonlySet<string> = new Set(['NO_ANSWER', 'ALLOTTED_TIMEOUT', 'NORMAL_CLEARING']);

function failedJob(event: EslEvent, at: number): Addressed | undefined {
  if (event.header('Job-Command') !== 'originate') return undefined;
  // The argument holds a phone number as well: only the uuid is taken out of it.
  const arg = event.header('Job-Command-Arg') ?? '';
  const leg = /origination_uuid=([0-9a-f-]{36})/.exec(arg)?.[1];
  const call = CallId.safeParse(leg);
  const cause = dialCause(event.header('_body') ?? '');
  if (!call.success || cause === undefined) return undefined;
  if (arg.includes('group_confirm_key=') && WITH_CHANNEL.has(cause)) return undefined;
  return {
    call: call.data,
    mayStart: false,
    event: { type: 'hungUp', id: event.id, at, cause, by: 'switch' },
  };
}
