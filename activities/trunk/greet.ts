import type { Prompt } from '../../contracts/call/prompt.ts';
import {
  getVariable,
  ISSUED_VARIABLE,
  isNoSuchChannel,
  markIssued,
  playAndHangUp,
  variableValue,
} from '../../freeswitch/commands/index.ts';
import { runCommands } from '../shared/run-commands.ts';
import type { Switches } from '../shared/switch-port.ts';
import type { TrunkTestActivities } from './types.ts';

/** What who answers a test call hears. */
export const TEST_PROMPT: Prompt = { kind: 'file', path: 'ko/main/greeting.wav' };

/** The leg has no other verb, so any mark says that the prompt was sent. */
const MARK = 1;

/** A lost workflow task runs this again: the channel is asked first whether it was told already (design §1.7). */
export const createGreet =
  (switches: Switches): TrunkTestActivities['greetTrunkTest'] =>
  async ({ leg, node }) => {
    const port = switches(node);
    const [reply = ''] = await runCommands(port, [getVariable(leg, ISSUED_VARIABLE)]);
    if (isNoSuchChannel(reply)) return { status: 'no-channel' };
    if (variableValue(reply) !== undefined) return { status: 'repeated' };
    const replies = await runCommands(port, [
      markIssued(leg, MARK),
      ...playAndHangUp(leg, TEST_PROMPT, port.promptsDir),
    ]);
    return { status: replies.some(isNoSuchChannel) ? 'no-channel' : 'issued' };
  };
