import type { InspectResult, IssueRequest, IssueResult } from '../../../activities/call/types.ts';
import type { CallEvent } from '../../../contracts/call/event.ts';
import type { SwitchVerb } from '../../../contracts/call/verb.ts';

/** A channel as far as a call's workflow can tell: what it was told, what is over, whether it lives. */
export type ChannelDouble = {
  alive: boolean;
  /** Highest verb number that was issued, as `cw_verb` on a real channel. */
  mark: number;
  /** Verbs that reached the channel, in that order. */
  heard: SwitchVerb[];
  /** What the switch could tell about verbs that are over, whether or not anybody heard of it. */
  results: Map<number, CallEvent>;
  apologies: number;
};

export const newChannel = (): ChannelDouble => ({
  alive: true,
  mark: 0,
  heard: [],
  results: new Map(),
  apologies: 0,
});

/** Takes a request as the real activity does: only verbs above the mark reach the channel. */
export function issue(
  channel: ChannelDouble,
  request: IssueRequest,
  onVerb: (verb: SwitchVerb) => void,
): IssueResult {
  if (request.verbs.length === 0) return { status: 'issued' };
  if (!channel.alive) return { status: 'no-channel' };
  const fresh = request.verbs.filter((verb) => verb.verb > channel.mark);
  if (fresh.length === 0) return { status: 'repeated' };
  for (const verb of fresh) {
    channel.mark = Math.max(channel.mark, verb.verb);
    channel.heard.push(verb);
    if (verb.kind === 'hangup') channel.alive = false;
    onVerb(verb);
  }
  return { status: 'issued' };
}

/** What reading the channel would tell about a verb. */
export function inspect(channel: ChannelDouble, verb: number): InspectResult {
  if (!channel.alive) return { status: 'no-channel' };
  if (channel.mark < verb) return { status: 'not-issued' };
  const found = channel.results.get(verb);
  return found === undefined
    ? { status: 'running' }
    : { status: 'finished', event: { ...found, id: `resync:${verb}:${found.type}` } };
}

/** Keeps what an event says of the channel itself. */
export function note(channel: ChannelDouble, event: CallEvent): void {
  if ('verb' in event) channel.results.set(event.verb, event);
  if (event.type === 'hungUp') channel.alive = false;
  if (event.type !== 'bridged' && event.type !== 'unbridged') return;
  const bridge = channel.heard.findLast((verb) => verb.kind === 'bridge');
  if (bridge !== undefined) channel.results.set(bridge.verb, event);
}
