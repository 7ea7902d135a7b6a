import type { Prompt } from '../../contracts/call/prompt.ts';
import type { CallId } from '../../contracts/ids.ts';
import { channelUuid } from './argument.ts';
import { audioOf } from './prompt-audio.ts';
import { type RecordOrder, record } from './record.ts';
import { execute, type SwitchCommand } from './switch-command.ts';

export type RecordAndHangUpOrder = RecordOrder & { prompts: readonly Prompt[]; promptsDir: string };

/**
 * Says what to do, records until a key, silence or the limit, beeps and hangs up, without anybody of ours: all are locked,
 * so each waits for the one before inside the switch. The key is set at once: pressed early, it ends the instruction.
 */
export function recordAndHangUp(call: CallId, order: RecordAndHangUpOrder): SwitchCommand[] {
  const uuid = channelUuid(call);
  const locked = (app: string, arg: string): SwitchCommand => execute({ uuid, app, arg, eventLock: true });
  const beep = audioOf([{ kind: 'tone', name: 'beep' }], order.promptsDir);
  // Without its event's name: nobody waits for the end of this one, the leg's own end is told.
  const recording = record(call, order).map((command): SwitchCommand => {
    if (command.kind !== 'sendmsg') return command;
    const { eventUuid: _, ...unnamed } = command;
    return unnamed;
  });
  return [
    locked('playback', audioOf(order.prompts, order.promptsDir)),
    ...recording,
    locked('playback', beep),
    locked('hangup', 'NORMAL_CLEARING'),
  ];
}
