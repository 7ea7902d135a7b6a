import { type CallerProfile, type CallTimes, type Channel, stateNumbers } from './channel.ts';
import { type Header, microseconds } from './event-bus.ts';

const stamp = (ms: number): string => (ms === 0 ? '0' : microseconds(ms));

function profileHeaders(prefix: string, p: CallerProfile, t: CallTimes, withIndex: boolean): Header[] {
  const optional: [string, string | undefined][] = [
    ['Direction', p.direction],
    ['Logical-Direction', p.logicalDirection],
    ['Username', p.username],
    ['Dialplan', p.dialplan],
    ['Caller-ID-Name', p.callerName],
    ['Caller-ID-Number', p.callerNumber],
    ['Orig-Caller-ID-Name', p.origCallerName],
    ['Orig-Caller-ID-Number', p.origCallerNumber],
    ['Callee-ID-Name', p.calleeName],
    ['Callee-ID-Number', p.calleeNumber],
    ['Network-Addr', p.networkAddr],
    ['ANI', p.ani],
    ['Destination-Number', p.destination],
    ['Unique-ID', p.uniqueId],
    ['Source', p.source],
    ['Transfer-Source', withIndex ? p.transferSource : undefined],
    ['Context', p.context],
    ['RDNIS', p.rdnis],
    ['Channel-Name', p.channelName],
    ['Profile-Index', withIndex ? String(p.index) : undefined],
    ['Profile-Created-Time', stamp(p.createdMs)],
    ['Channel-Created-Time', stamp(t.created)],
    ['Channel-Answered-Time', stamp(t.answered)],
    ['Channel-Progress-Time', stamp(t.progress)],
    ['Channel-Progress-Media-Time', stamp(t.progressMedia)],
    ['Channel-Hangup-Time', stamp(t.hungUp)],
    ['Channel-Transfer-Time', '0'],
    ['Channel-Resurrect-Time', '0'],
    ['Channel-Bridged-Time', stamp(t.bridged)],
    ['Channel-Last-Hold', stamp(t.lastHold)],
    ['Channel-Hold-Accum', stamp(t.holdAccum)],
    ['Screen-Bit', 'true'],
    ['Privacy-Hide-Name', 'false'],
    ['Privacy-Hide-Number', 'false'],
  ];
  return optional.flatMap(([name, value]) => (value === undefined ? [] : [[`${prefix}-${name}`, value]]));
}

function codecHeaders(side: 'Read' | 'Write', raw: boolean): Header[] {
  return [
    [`Channel-${side}-Codec-Name`, raw ? 'L16' : 'PCMU'],
    [`Channel-${side}-Codec-Rate`, '8000'],
    [`Channel-${side}-Codec-Bit-Rate`, raw ? '128000' : '64000'],
  ];
}

/** The headers of a channel without its variables: what CHANNEL_STATE and DTMF carry. */
export function channelHeaders(channel: Channel): Header[] {
  const headers: Header[] = [
    ['Channel-State', `CS_${channel.running}`],
    ['Channel-Call-State', channel.callState],
    ['Channel-State-Number', String(stateNumbers[channel.state])],
    ['Channel-Name', channel.name],
    ['Unique-ID', channel.uuid],
    ['Call-Direction', channel.direction],
    ['Presence-Call-Direction', channel.direction],
    ['Channel-HIT-Dialplan', String(channel.hitDialplan)],
    ...(channel.presenceId ? [['Channel-Presence-ID', channel.presenceId] as const] : []),
    ['Channel-Call-UUID', channel.callUuid],
    ['Answer-State', channel.answerState],
  ];
  if (channel.hangup) headers.push(['Hangup-Cause', channel.hangup.cause]);
  if (channel.codecKnown)
    headers.push(...codecHeaders('Read', channel.listensIn), ...codecHeaders('Write', false));
  if (!channel.profileKnown) return headers;
  headers.push(...profileHeaders('Caller', channel.profile, channel.times, true));
  if (channel.other) {
    headers.push(['Other-Type', channel.other.type]);
    headers.push(...profileHeaders('Other-Leg', channel.other.profile, channel.other.times, false));
  }
  return headers;
}

/** The variables of a channel as headers. */
export function variableHeaders(channel: Channel): Header[] {
  return [...channel.variables].map(([name, value]): Header => [`variable_${name}`, value]);
}
