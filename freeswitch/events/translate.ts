import type { CallEvent } from '../../contracts/call/event.ts';
import { CallId } from '../../contracts/ids.ts';
import { collectedResult, playedResult, recordedResult } from '../commands/index.ts';
import type { EslEvent } from '../esl/index.ts';
import { hungUpBy } from './hung-up.ts';
import { legEvents } from './leg.ts';

/** An event of the switch, addressed to the workflow of its channel. */
export type Addressed = {
  call: CallId;
  event: CallEvent;
  /** Only a new inbound call may start a workflow (design §1.2). */
  mayStart: boolean;
};

const VERB_UUID = /^v([1-9][0-9]{0,6})$/;

/** The verb that an application belongs to, by the Event-UUID that it was sent with; undefined for others' applications. */
export function verbOf(event: EslEvent): number | undefined {
  const number = VERB_UUID.exec(event.header('Application-UUID') ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}

/**
 * Takes an event of the switch; returns what it means for the channel's workflow, or undefined when it means nothing:
 * other people's channels, applications that no verb started, completions that a hang-up caused.
 */
export function translate(event: EslEvent): Addressed | undefined {
  const leg = legEvents(event);
  if (leg !== undefined) return leg;
  const call = CallId.safeParse(event.uuid);
  if (!call.success) return undefined;
  const translated = translateInbound(event);
  return translated && { call: call.data, event: translated, mayStart: translated.type === 'arrived' };
}

function translateInbound(event: EslEvent): CallEvent | undefined {
  // Set by the dialplan before `park`, for calls of the trunk and of our own phones; a channel without it is not ours.
  const route = event.variable('cw_route');
  if (route !== 'inbound' && route !== 'phone') return undefined;
  const base = { id: event.id, at: Math.round(event.timestampMs) };
  switch (event.name) {
    case 'CHANNEL_PARK':
      // `cw_verb` is set with the first verb: parked again with it means that a bridge has ended.
      return event.variable('cw_verb') === undefined
        ? { type: 'arrived', ...base, adopted: false }
        : { type: 'unbridged', ...base };
    case 'CHANNEL_BRIDGE':
      return { type: 'bridged', ...base };
    case 'CHANNEL_EXECUTE_COMPLETE':
      return completion(event, base);
    case 'CHANNEL_HANGUP_COMPLETE':
      return { type: 'hungUp', ...base, cause: causeOf(event), by: hungUpBy(event) };
    default:
      return undefined;
  }
}

function completion(event: EslEvent, base: { id: string; at: number }): CallEvent | undefined {
  const verb = verbOf(event);
  // On a hang-up every running application completes; CHANNEL_HANGUP_COMPLETE says all that there is to say.
  if (verb === undefined || event.header('Hangup-Cause') !== undefined) return undefined;
  switch (event.header('Application')) {
    case 'playback':
      return { type: 'played', ...base, verb, result: playedResult(event.header('Application-Response')) };
    case 'play_and_get_digits':
      return { type: 'collected', ...base, verb, ...collectedResult(event.variable, verb) };
    case 'record': {
      const file = event.header('Application-Data')?.split(' ')[0] ?? '';
      return { type: 'recorded', ...base, verb, file, ...recordedResult(event.variable) };
    }
    default:
      return undefined;
  }
}

/** The cause as FreeSWITCH names it, or `UNKNOWN`. */
export function causeOf(event: EslEvent): string {
  const cause = event.header('Hangup-Cause') ?? event.variable('hangup_cause') ?? '';
  return /^[A-Z0-9_]{1,60}$/.test(cause) ? cause : 'UNKNOWN';
}
