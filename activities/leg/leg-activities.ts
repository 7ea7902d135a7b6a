import { dumpChannel, hangupChannel, parseDump } from '../../freeswitch/commands/index.ts';
import type { LegActivities } from '../call/types.ts';
import { runCommands } from '../shared/run-commands.ts';
import type { Switches } from '../shared/switch-port.ts';
import { createDial, type DialLedger } from './dial.ts';
import type { OwnsNumber } from './owns-number.ts';
import type { TrunkGate } from './trunk-gate.ts';

/**
 * Everything that a leg's workflow can do to the world. Gate and numbers have no default here: the worker of a
 * node, which tries second, must judge a leg as the first one does.
 */
export function createLegActivities(
  switches: Switches,
  ledger: DialLedger,
  gate: TrunkGate,
  owns: OwnsNumber,
): LegActivities {
  return {
    dial: createDial(switches, ledger, gate, owns),
    /** Hanging up twice is harmless: the second answer is `No such channel`. */
    async hangUpLeg({ leg, node, cause }) {
      await runCommands(switches(node), [hangupChannel(leg, cause)]);
    },
    async legState({ leg, node }) {
      const [reply = ''] = await runCommands(switches(node), [dumpChannel(leg)]);
      const dump = parseDump(reply);
      return { alive: dump !== undefined, answered: dump?.header('Answer-State') === 'answered' };
    },
    settleLeg: ({ leg, state, cause }) => ledger.settle(leg, state, cause),
  };
}
