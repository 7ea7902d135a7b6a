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
      const cause = event.header('Hangup-Cause') ?? 'UNKNOWN';
      return { ...address, event: { type: 'hungUp', ...base, cause, by: 'peer' } };
    }
    default:
      return undefined;
  }
}

function failedJob(event: EslEvent, at: number): Addressed | undefined {
  if (event.header('Job-Command') !== 'originate') return undefined;
  // The argument holds a phone number as well: only the uuid is taken out of it.
  const leg = /origination_uuid=([0-9a-f-]{36})/.exec(event.header('Job-Command-Arg') ?? '')?.[1];
  const call = CallId.safeParse(leg);
  const cause = dialCause(event.header('_body') ?? '');
  if (!call.success || cause === undefined) return undefined;
  return {
    call: call.data,
    mayStart: false,
    event: { type: 'hungUp', id: event.id, at, cause, by: 'switch' },
  };
}
