import { CallwrightError, isCallwrightError } from '../../contracts/errors.ts';
import type { CallId } from '../../contracts/ids.ts';
import { channelExists, originateLeg, type SwitchCommand } from '../../freeswitch/commands/index.ts';
import { wasNeverSent } from '../../freeswitch/esl/index.ts';
import type { DialRequest, LegActivities } from '../call/types.ts';
import { runCommands } from '../shared/run-commands.ts';
import type { Switches, SwitchPort } from '../shared/switch-port.ts';

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
  (switches: Switches, ledger: DialLedger): LegActivities['dial'] =>
  async (request) => {
    const port = switches(request.node);
    const command = allowed(port, request);
    if (command === undefined) {
      await ledger.plan(request);
      if (await ledger.claim(request.leg)) await ledger.settle(request.leg, 'ended', 'OUTGOING_CALL_BARRED');
      return { status: 'refused', cause: 'OUTGOING_CALL_BARRED' };
    }
    await ledger.plan(request);
    await requireSwitch(port, request.leg);
    if (!(await ledger.claim(request.leg))) return { status: 'repeated' };
    if (await accepted(port, command)) return { status: 'sent' };
    await ledger.settle(request.leg, 'ended', 'NORMAL_TEMPORARY_FAILURE');
    return { status: 'refused', cause: 'NORMAL_TEMPORARY_FAILURE' };
  };

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
    const { leg, parent, verb, target, ringMs } = request;
    const callerId = { number: request.callerId };
    return originateLeg({ leg, parent, verb, target, ringMs, callerId, gateways: port.gateways });
  } catch (error) {
    if (isCallwrightError(error) && error.code === 'dial/not-allowed') return undefined;
    throw error;
  }
}
