import { hangUp } from './call-progress.ts';
import { type Channel, isReady, setVariable, variable } from './channel.ts';
import { channelThread } from './channel-thread.ts';
import { confirm } from './confirm.ts';
import type { Callee, Core, DialTarget } from './core.ts';
import { type DialLeg, type DialRoute, parseDialString, routeOf } from './dial-string.ts';
import type { Header } from './event-bus.ts';
import { enterState, fireChannel } from './fire.ts';
import { newChannel } from './new-channel.ts';
import { calleeLeg } from './outbound-leg.ts';
import { applyVariables, connectLeg } from './routing.ts';
import { outboundSipVariables } from './sip-variables.ts';
import { splitArguments } from './split-arguments.ts';
import type { Task } from './thread.ts';

/** Receives `+OK <uuid>` or `-ERR <CAUSE>`, once. */
export type OriginateResult = (text: string) => void;

/** What runs on the leg once it has been answered. */
type AfterAnswer = { readonly app: string; readonly data?: string } | { readonly destination: string[] };

function afterAnswer(words: readonly string[]): AfterAnswer | undefined {
  const [first = '', ...rest] = words;
  const app = /^&([a-z_]+)(?:\(([^)]*)\)?)?/.exec(first);
  if (app) return { app: app[1] ?? 'park', ...(app[2] ? { data: app[2] } : {}) };
  return first ? { destination: [first, ...rest] } : undefined;
}

/** Nowhere to send the INVITE: the session dies before it has a state (20-). */
function dieUnborn(core: Core, uuid: string): void {
  const brief: Header[] = [
    ['Channel-State', 'CS_NONE'],
    ['Channel-Call-State', 'DOWN'],
    ['Channel-State-Number', '0'],
    ['Channel-Name', 'N/A'],
    ['Unique-ID', uuid],
    ['Call-Direction', 'outbound'],
    ['Presence-Call-Direction', 'outbound'],
    ['Channel-HIT-Dialplan', 'false'],
    ['Channel-Call-UUID', uuid],
    ['Answer-State', 'ringing'],
  ];
  const variables: Header[] = [
    ['variable_direction', 'outbound'],
    ['variable_is_outbound', 'true'],
    ['variable_uuid', uuid],
    ['variable_call_uuid', uuid],
  ];
  core.bus.fire('CHANNEL_DESTROY', () => [...brief, ...variables], { channel: uuid });
  const destroyed = brief.map((h): Header => (h[0] === 'Channel-State' ? [h[0], 'CS_DESTROY'] : h));
  core.bus.fire('CHANNEL_STATE', () => destroyed, { channel: uuid });
}

function outboundChannel(core: Core, uuid: string, leg: DialLeg, route: DialRoute, callee: Callee): Channel {
  const vars = leg.variables;
  const address = route.kind === 'address' ? route.address : '127.0.0.1:5060';
  const profile = route.kind === 'address' ? route.profile : route.kind === 'user' ? 'internal' : 'external';
  // Over a gateway the channel is named after the number alone.
  const where = route.kind === 'gateway' ? route.number : `${route.number}@${address}`;
  const callerNumber =
    vars.origination_caller_id_number ?? (route.kind === 'user' ? '0000000000' : undefined);
  const callerName = vars.origination_caller_id_name;
  const channel = newChannel(core, {
    uuid,
    direction: 'outbound',
    name: `sofia/${profile}/${where}`,
    endpoint: callee.endpoint,
    profile: {
      callerName,
      callerNumber,
      origCallerName: callerName,
      origCallerNumber: callerNumber,
      calleeName: vars.origination_callee_id_name ?? 'Outbound Call',
      calleeNumber: vars.origination_callee_id_number ?? route.number,
      ani: callerNumber,
      destination: route.number,
      source: 'src/switch_ivr_originate.c',
      context: 'default',
    },
  });
  applyVariables(channel, {
    direction: 'outbound',
    is_outbound: 'true',
    uuid,
    call_uuid: uuid,
    session_id: String(channel.sessionId),
    channel_name: channel.name,
    ...vars,
    ...(route.kind === 'user' ? { dialed_user: route.number, dialed_domain: route.domain } : {}),
    originate_early_media: 'false',
    originate_endpoint: 'sofia',
    ...outboundSipVariables({ from: callerNumber ?? '', to: route.number, address }, profile),
  });
  if (route.kind === 'user') {
    channel.presenceId = `${route.number}@${route.domain}`;
    setVariable(channel, 'presence_id', channel.presenceId);
  }
  return channel;
}

/**
 * Ring time-outs are compared in whole seconds, so they can be up to a second short (20-: 2 s ended after 1.18 s). The
 * leg's own one has a cause of its own (1.10.12).
 */
function ringEnd(core: Core, channel: Channel): { at: number; cause: string } {
  const secondsOf = (name: string): number => Number(variable(channel, name)) || 0;
  const own = secondsOf('leg_timeout');
  const timeout = own || secondsOf('originate_timeout') || secondsOf('call_timeout') || 60;
  const at = (Math.floor(core.clock.now() / 1000) + timeout) * 1000;
  return { at, cause: own > 0 ? 'ALLOTTED_TIMEOUT' : 'NO_ANSWER' };
}

type Dialling = {
  readonly channel: Channel;
  readonly callee: Callee;
  readonly then: AfterAnswer;
  readonly report: OriginateResult;
};

function* ringAndConnect(core: Core, { channel, callee, then, report }: Dialling): Task {
  channel.profileKnown = true;
  enterState(core, channel, 'INIT');
  channel.state = 'ROUTING';
  fireChannel(core, channel, 'CHANNEL_CREATE');
  fireChannel(core, channel, 'CHANNEL_ORIGINATE');
  enterState(core, channel);
  enterState(core, channel, 'CONSUME_MEDIA');
  const { at: deadline, cause } = ringEnd(core, channel);
  core.clock.after(0, () => callee.invited(calleeLeg(core, channel)));
  while (isReady(channel) && channel.answerState !== 'answered') {
    if (core.clock.now() >= deadline) {
      hangUp(core, channel, cause);
      report(`-ERR ${cause}\n`);
      return;
    }
    yield { until: deadline };
  }
  if (channel.hangup) return;
  yield* confirm(core, channel, deadline);
  if (channel.hangup) return;
  report(`+OK ${channel.uuid}\n`);
  connectLeg(channel);
  if ('app' in then) channel.plan = [then];
  else {
    const [destination = '', dialplan = 'XML', context = 'default'] = then.destination;
    Object.assign(channel.profile, { destination, dialplan, context });
  }
  channel.state = 'app' in then ? 'EXECUTE' : 'ROUTING';
}

const usage =
  '-USAGE: <call url> <exten>|&<application_name>(<app_args>) [<dialplan>] [<context>] [<cid_name>] [<cid_num>] [<timeout_sec>]\n';

/** The SIP profiles of `freeswitch/conf`. */
const profiles: ReadonlySet<string> = new Set(['external', 'internal']);

/** Starts the leg; returns at once with the reason when there is nothing to start. */
function startLeg(core: Core, leg: DialLeg, then: AfterAnswer, report: OriginateResult): string | undefined {
  const uuid = leg.variables.origination_uuid ?? core.newUuid();
  if (core.channels.has(uuid)) return '-ERR DESTINATION_OUT_OF_ORDER\n';
  const route = routeOf(leg.endpoint);
  if (!route) return '-ERR CHAN_NOT_IMPLEMENTED\n';
  const refuse = (cause: string): string => {
    dieUnborn(core, uuid);
    return `-ERR ${cause}\n`;
  };
  if (route.kind === 'gateway') {
    if (!core.settings.gateways.has(route.gateway)) return refuse('INVALID_GATEWAY');
  } else if (route.profile !== undefined && !profiles.has(route.profile)) return refuse('INVALID_PROFILE');
  const callee = core.phoneFor(targetOf(route, leg, uuid));
  if (!callee) {
    const unknown = '-ERR USER_NOT_REGISTERED\n';
    return route.kind === 'user' && route.profile === undefined ? unknown : refuse('USER_NOT_REGISTERED');
  }
  const channel = outboundChannel(core, uuid, leg, route, callee);
  const begin = ringAndConnect(core, { channel, callee, then, report });
  const failed = (): void => report(`-ERR ${channel.hangup?.cause ?? 'NORMAL_CLEARING'}\n`);
  channel.thread.start(channelThread(core, channel, begin, failed));
  return undefined;
}

/**
 * `originate <dial string> <&app(arg) | extension [dialplan] [context]>`. Every leg of the dial string is called, as a
 * fork would; only the first one can be connected, since no transcript shows a fork.
 */
export function originate(core: Core, text: string, done: OriginateResult): void {
  const words = splitArguments(text, ' ');
  const then = afterAnswer(words.slice(1));
  const [leg, ...forks] = parseDialString(words[0] ?? '').legs;
  if (!leg || !then) {
    done(usage);
    return;
  }
  let reported = false;
  const report: OriginateResult = (result) => {
    if (!reported) done(result);
    reported = true;
  };
  for (const fork of forks) core.phoneFor(targetOf(routeOf(fork.endpoint), fork, 'fork'));
  const refusal = startLeg(core, leg, then, report);
  if (refusal) report(refusal);
}

function targetOf(route: DialRoute | undefined, leg: DialLeg, uuid: string): DialTarget {
  return {
    number: route?.number ?? '',
    address: route?.kind === 'address' ? route.address : undefined,
    byAccount: route?.kind === 'user',
    uuid,
    callerNumber: leg.variables.origination_caller_id_number ?? '',
  };
}
