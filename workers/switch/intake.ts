import type { CallInput } from '../../contracts/call/workflow.ts';
import { type CallId, CoreUuid, type NodeName } from '../../contracts/ids.ts';
import type { EslEvent } from '../../freeswitch/esl/index.ts';
import { type CameFrom, domestic, type Numbers } from './numbers.ts';

/** Callers as trunks name them, cut to what a column holds; anonymous callers have no number at all. */
const callerOf = (number: string): string => number.replace(/[^0-9+*#]/g, '').slice(0, 40);

export type Channel = {
  call: CallId;
  core: string;
  called: string;
  caller: string;
  from: CameFrom;
  arrivedAt: number;
};

/** Takes a channel that wants to be answered; returns what its workflow begins with, or undefined: no such number. */
export function callInput(node: NodeName, numbers: Numbers, channel: Channel): CallInput | undefined {
  const route = numbers.route(channel.called, channel.from);
  const core = CoreUuid.safeParse(channel.core);
  if (route === undefined || !core.success) return undefined;
  return {
    call: channel.call,
    node,
    core: core.data,
    tenant: route.tenant,
    scenario: route.scenario,
    called: domestic(channel.called).slice(0, 40),
    caller: callerOf(channel.caller),
    arrivedAt: channel.arrivedAt,
  };
}

/**
 * Which way a call came, by the mark that its context of the dialplan has set: trunks reach `callwright` only, registered
 * phones `phones` only, and neither can set it himself.
 */
export const cameFrom = (route: string | undefined): CameFrom => (route === 'phone' ? 'phone' : 'trunk');

/** The same from the CHANNEL_PARK event of an inbound call. */
export const channelOf = (call: CallId, event: EslEvent): Channel => ({
  call,
  core: event.coreUuid,
  called: event.header('Caller-Destination-Number') ?? '',
  caller: event.header('Caller-Caller-ID-Number') ?? '',
  from: cameFrom(event.variable('cw_route')),
  arrivedAt: Math.round(event.timestampMs),
});
