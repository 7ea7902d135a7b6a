import { parseMark } from '../../activities/call/mark.ts';
import { runCommands } from '../../activities/shared/run-commands.ts';
import type { SwitchPort } from '../../activities/shared/switch-port.ts';
import type { Prompt } from '../../contracts/call/prompt.ts';
import type { CallId } from '../../contracts/ids.ts';
import {
  breakAll,
  earlyMedia,
  fillerPlayback,
  getVariable,
  isNoSuchChannel,
  markFiller,
  renewDeadMan,
  variableValue,
} from '../../freeswitch/commands/index.ts';
import type { Filler } from './outage.ts';

/**
 * Plays a filler, unless the engine was quicker: the mark on the channel says which verb was issued last, and a filler
 * may only follow the very verb whose completion is under way. Not locked, so that the next verb can break it off.
 */
export function createPlayFiller(
  port: SwitchPort,
  promptFor: (call: CallId, kind: Filler['kind']) => Prompt,
) {
  return async (call: CallId, { afterVerb, kind }: Filler): Promise<void> => {
    const [reply = ''] = await runCommands(port, [getVariable(call, 'cw_verb')]);
    if (isNoSuchChannel(reply)) return;
    const mark = parseMark(variableValue(reply));
    if (mark.verb !== afterVerb || (mark.filler && kind === 'waiting')) return;
    await runCommands(port, [
      // An unanswered caller hears prompts in early media, and pays nothing for our outage.
      ...(afterVerb === 0 && !mark.filler ? [earlyMedia(call)] : []),
      ...renewDeadMan(call),
      markFiller(call, afterVerb),
      ...(mark.filler ? [breakAll(call)] : []),
      fillerPlayback(call, promptFor(call, kind), port.promptsDir),
    ]);
  };
}
