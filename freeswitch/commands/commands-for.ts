import type { SwitchVerb } from '../../contracts/call/verb.ts';
import { unreachable } from '../../contracts/errors.ts';
import type { CallId } from '../../contracts/ids.ts';
import { answer } from './answer.ts';
import { refuse } from './argument.ts';
import { bridge } from './bridge.ts';
import { callRecording } from './call-recording.ts';
import { collect } from './collect.ts';
import type { GatewayTable } from './gateway-table.ts';
import { hangupChannel } from './hangup.ts';
import { legUuid } from './leg-uuid.ts';
import { music } from './music.ts';
import { type CallerId, originateLeg } from './originate.ts';
import { play } from './play.ts';
import { record } from './record.ts';
import { breakAll } from './stop.ts';
import type { SwitchCommand } from './switch-command.ts';

/** What a verb does not say itself. Folders are those of the switch, which may be on another machine. */
export type CommandContext = {
  readonly call: CallId;
  readonly promptsDir: string;
  readonly recordingsDir: string;
  readonly gateways: GatewayTable;
  /** Leg of dial, cancelDial and bridge; without it the one that `legUuid` derives from the dial's verb number. */
  readonly legUuid?: CallId;
  /** Needed by dial. */
  readonly callerId?: CallerId;
  /** The verb may have reached the channel before: what runs there is ended first, so it is heard once more at most. */
  readonly repeat?: boolean;
  /** Music is running that this verb is to end; without it the verb is heard over the music, which then comes back. */
  readonly overMusic?: boolean;
};

/** Takes a verb; returns the commands for it, to be written together in this order; throws `switch/invalid-argument` or `dial/not-allowed`. */
export function commandsFor(verb: SwitchVerb, context: CommandContext): SwitchCommand[] {
  const { call, promptsDir, recordingsDir } = context;
  const after = (commands: SwitchCommand[]): SwitchCommand[] =>
    context.repeat || context.overMusic ? [breakAll(call), ...commands] : commands;
  switch (verb.kind) {
    case 'answer':
      return answer(call, verb.verb);
    case 'play':
      return after(play(call, { verb: verb.verb, prompts: verb.prompts, promptsDir }));
    case 'collect':
      return after(collect(call, { ...verb, promptsDir }));
    case 'music':
      return after(music(call, { ...verb, promptsDir }));
    case 'record':
      return after(record(call, { ...verb, recordingsDir }));
    case 'stop':
      return [breakAll(call)];
    case 'dial':
      return [dialCommand(verb, context)];
    case 'cancelDial':
      return [hangupChannel(context.legUuid ?? legUuid(call, verb.dial), 'ORIGINATOR_CANCEL')];
    case 'bridge':
      return bridge(call, context.legUuid ?? legUuid(call, verb.dial));
    case 'callRecording':
      return [callRecording(call, verb.action, recordingsDir)];
    case 'hangup':
      return [hangupChannel(call, verb.cause)];
    default:
      return unreachable(verb);
  }
}

function dialCommand(verb: Extract<SwitchVerb, { kind: 'dial' }>, context: CommandContext): SwitchCommand {
  const { call, gateways, callerId } = context;
  if (callerId === undefined) throw refuse('a dial', 'needs a caller id');
  const { target, ringMs, expectMs } = verb;
  const accept = verb.accept && { ...verb.accept, promptsDir: context.promptsDir, ms: expectMs - ringMs };
  const leg = context.legUuid ?? legUuid(call, verb.verb);
  return originateLeg({ leg, parent: call, verb: verb.verb, target, ringMs, callerId, gateways, accept });
}
