import { apology, breakAll, isNoSuchChannel, markIssued } from '../../freeswitch/commands/index.ts';
import { runCommands } from '../shared/run-commands.ts';
import type { Switches } from '../shared/switch-port.ts';
import type { CallActivities } from './types.ts';

/** Above any verb number: nothing that was under way may still be issued after the apology. */
const LAST_MARK = 9_999_999;

/** Breaks off what runs, then plays the apology and hangs up behind it. */
export const createApologise =
  (switches: Switches): CallActivities['apologise'] =>
  async ({ call, node }) => {
    const port = switches(node);
    const replies = await runCommands(port, [
      breakAll(call),
      markIssued(call, LAST_MARK),
      ...apology(call, port.promptsDir),
    ]);
    return { status: replies.some(isNoSuchChannel) ? 'no-channel' : 'issued' };
  };
