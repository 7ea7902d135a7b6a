import { CallwrightError, isCallwrightError } from '../../contracts/errors.ts';
import type { CallId } from '../../contracts/ids.ts';
import {
  channelExists,
  originateLeg,
  type SwitchCommand,
  trunkFor,
} from '../../freeswitch/commands/index.ts';
import { wasNeverSent } from '../../freeswitch/esl/index.ts';
import type { DialRequest, LegActivities } from '../call/types.ts';
import { runCommands } from '../shared/run-commands.ts';
import type { Switches, SwitchPort } from '../shared/switch-port.ts';
import { type OwnsNumber, ownsNothing } from './owns-number.ts';
import { closedGate, TRUNK_CAUSE, type TrunkGate } from './trunk-gate.ts';

/** The ledger of dial attempts; `claim` is the compare-and-set `planned` → `sent`. */
export type DialLedger = {
  plan(request: DialRequest): Promise<void>;
  claim(leg: CallId): Promise<boolean>;
  settle(leg: CallId, state: 'answered' | 'ended' | 'unknown', cause?: string): Promise<void>;
};

/**
 * Dials a leg at most once (design §1.8). The row is `planned` with the leg's uuid as its key, and moved to `sent` just
 * before the command: whoever runs this again finds `sent` and leaves the phone alone, whatever became of the first try.
 */
export const createDial =
  (
    switches: Switches,
    ledger: DialLedger,
    gate: TrunkGate = closedGate,
    owns: OwnsNumber = ownsNothing,
  ): LegActivities['dial'] =>
  async (request) => {
    const port = switches(request.node);
    const command = allowed(port, request);
    await ledger.plan(request);
    if (command === undefined) {
      const cause = barredCause(port, request);
      if (await ledger.claim(request.leg)) await ledger.settle(request.leg, 'ended', cause);
      return { status: 'refused', cause };
    }
    await requireSwitch(port, request.leg);
    const cause = (await callerIdCause(request, owns)) ?? (await trunkCause(port, request, gate));
    // One that is `sent` already was let out by an earlier run: what became of it the switch will tell.
    if (!(await ledger.claim(request.leg))) return { status: 'repeated' };
    if (cause === undefined && (await accepted(port, command))) return { status: 'sent' };
    const refusal = cause ?? 'NORMAL_TEMPORARY_FAILURE';
    await ledger.settle(request.leg, 'ended', refusal);
    return { status: 'refused', cause: refusal };
  };

/** The trunk's gate judges every number that leaves; a phone of the house is not asked for one there. */
async function callerIdCause(
  { chosenCallerId, tenant, callerId }: DialRequest,
  owns: OwnsNumber,
): Promise<string | undefined> {
  if (!chosenCallerId || (await owns(tenant, callerId))) return undefined;
  return TRUNK_CAUSE['caller-number'];
}

/** Why the trunk does not take the leg; undefined when it does, or when the leg needs none. */
async function trunkCause(
  port: SwitchPort,
  request: DialRequest,
  gate: TrunkGate,
): Promise<string | undefined> {
  const trunk = trunkFor(port.gateways, request.trunk);
  if (request.target.kind !== 'phone' || trunk === undefined) return undefined;
  const verdict = await gate(request, trunk);
  return verdict === 'taken' ? undefined : TRUNK_CAUSE[verdict];
}

const barredCause = ({ gateways }: SwitchPort, { trunk }: DialRequest): string =>
  trunkFor(gateways, trunk) === undefined ? TRUNK_CAUSE.unknown : 'OUTGOING_CALL_BARRED';

/**
 * Asks the switch a harmless question before the one try is used up: a socket that is away or half-open fails here as
 * `switch/not-sent`, and the worker beside the node may still dial.
 */
async function requireSwitch(port: SwitchPort, leg: CallId): Promise<void> {
  try {
    await runCommands(port, [channelExists(leg)]);
  } catch (cause) {
    throw new CallwrightError('switch/not-sent', 'the switch does not answer: not dialled', { cause });
  }
}

/** False when the phone certainly never rang; rejects when nobody knows. */
async function accepted(port: SwitchPort, command: SwitchCommand): Promise<boolean> {
  try {
    const [reply = ''] = await runCommands(port, [command]);
    return reply.startsWith('+OK');
  } catch (error) {
    if (wasNeverSent(error)) return false;
    throw error;
  }
}

function allowed(port: SwitchPort, request: DialRequest): SwitchCommand | undefined {
  try {
    const { leg, parent, verb, target, ringMs, trunk } = request;
    const accept = request.accept && { ...request.accept, promptsDir: port.promptsDir };
    if (target.kind === 'phone' && trunkFor(port.gateways, trunk) === undefined) return undefined;
    const callerId = { number: request.callerId };
    const way = { gateways: port.gateways, ...(trunk === undefined ? {} : { trunk }) };
    return originateLeg({ leg, parent, verb, target, ringMs, callerId, accept, ...way });
  } catch (error) {
    if (isCallwrightError(error) && error.code === 'dial/not-allowed') return undefined;
    throw error;
  }
}
