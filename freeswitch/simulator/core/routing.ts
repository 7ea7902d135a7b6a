import { hangUp } from './call-progress.ts';
import { type Channel, type PlannedApp, setVariable, variable } from './channel.ts';
import type { Core } from './core.ts';
import { execute } from './exec.ts';
import { enterState } from './fire.ts';
import { splitArguments } from './split-arguments.ts';
import type { Task } from './thread.ts';

/** `app:arg,app:arg`, the dialplan that `uuid_transfer … inline` uses. */
function inlinePlan(text: string): readonly PlannedApp[] {
  return splitArguments(text, ',').map((item) => {
    const colon = item.indexOf(':');
    return colon < 0 ? { app: item } : { app: item.slice(0, colon), data: item.slice(colon + 1) };
  });
}

function planFor(core: Core, channel: Channel): readonly PlannedApp[] | undefined {
  const { destination, context, dialplan, callerNumber } = channel.profile;
  if (dialplan === 'inline') return inlinePlan(destination);
  const request = {
    uuid: channel.uuid,
    direction: channel.direction,
    destination,
    context,
    callerNumber: callerNumber ?? '',
    variable: (name: string) => variable(channel, name),
  };
  return core.dialplan(request);
}

/** CS_ROUTING: asks the dialplan; no destination ends the call with NO_ROUTE_DESTINATION (13-). */
export function routeChannel(core: Core, channel: Channel): void {
  if (channel.direction === 'inbound') channel.callState = 'RINGING';
  enterState(core, channel);
  core.bus.unseen();
  const plan = planFor(core, channel);
  if (!plan) {
    hangUp(core, channel, 'NO_ROUTE_DESTINATION');
    return;
  }
  channel.plan = plan;
  if (channel.profile.dialplan === 'inline') {
    // The inline dialplan puts the number that was dialled back (30-).
    channel.profile.destination = channel.profile.rdnis ?? channel.profile.destination;
    channel.profile.rdnis = undefined;
  } else if (!channel.variables.has('DP_MATCH')) {
    channel.variables.set('DP_MATCH', [channel.profile.destination, channel.profile.destination]);
  }
  if (channel.answerState === 'answered') channel.callState = 'ACTIVE';
  if (channel.direction === 'outbound' && !channel.hitDialplan) flipCallerId(channel);
  channel.state = 'EXECUTE';
}

/**
 * The first time (and after a bridge again) that an outgoing leg comes to run applications, the called party counts as
 * the caller (21-, 30-).
 */
function flipCallerId(channel: Channel): void {
  const { callerName, callerNumber, calleeName, calleeNumber } = channel.profile;
  channel.profile.callerName = calleeName;
  channel.profile.callerNumber = calleeNumber;
  channel.profile.calleeName = callerName;
  channel.profile.calleeNumber = callerNumber;
  setVariable(channel, 'pre_transfer_caller_id_name', callerName);
  setVariable(channel, 'pre_transfer_caller_id_number', callerNumber);
  channel.variables.set('channel_cid_flipped', 'yes');
}

/** Readies an answered outgoing leg for its application. */
export function connectLeg(channel: Channel): void {
  channel.variables.set('endpoint_disposition', 'ANSWER');
  flipCallerId(channel);
  channel.callState = 'ACTIVE';
  channel.hitDialplan = true;
}

/** CS_EXECUTE: the plan's applications one after another; a call that runs out of them is hung up. */
export function* executePlan(core: Core, channel: Channel): Task {
  channel.hitDialplan = true;
  enterState(core, channel);
  for (const { app, data } of channel.plan) {
    if (channel.hangup || channel.state !== 'EXECUTE') return;
    yield* execute(core, channel, { app, data });
  }
  if (!channel.hangup && channel.state === 'EXECUTE') hangUp(core, channel, 'NORMAL_CLEARING');
}

/** `set` without an application around it: what a dial string's `{…}` does. */
export function applyVariables(channel: Channel, variables: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(variables)) setVariable(channel, name, value);
}
