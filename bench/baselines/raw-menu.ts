import { runCommands } from '../../activities/shared/run-commands.ts';
import type { SwitchPort } from '../../activities/shared/switch-port.ts';
import { CallId } from '../../contracts/ids.ts';
import {
  answer,
  collect,
  disarmDeadMan,
  hangupChannel,
  play,
  type SwitchCommand,
} from '../../freeswitch/commands/index.ts';
import type { EslEvent } from '../../freeswitch/esl/index.ts';
import { verbOf } from '../../freeswitch/events/index.ts';

const PROMPTS = ['ko/bench/menu-1.wav', 'ko/bench/menu-2.wav', 'ko/bench/menu-3.wav'];
const GOODBYE = 'ko/bench/goodbye.wav';

/** The bench's three menus as a script would do them: no record, no second try, lost with its process. */
export function createRawMenu(port: SwitchPort): { take(event: EslEvent): void } {
  const file = (path: string) => [{ kind: 'file', path } as const];
  const ask = (call: CallId, menu: number): SwitchCommand[] =>
    collect(call, {
      verb: menu + 2,
      prompts: file(PROMPTS[menu] ?? GOODBYE),
      min: 1,
      max: 1,
      firstDigitMs: 5_000,
      interDigitMs: 2_000,
      terminators: 'none',
      secret: false,
      promptsDir: port.promptsDir,
    });
  const send = (commands: SwitchCommand[]): void =>
    // A caller who has gone meanwhile.
    void runCommands(port, commands).catch(() => undefined);

  function completed(call: CallId, event: EslEvent): void {
    const verb = verbOf(event) ?? 0;
    const app = event.header('Application');
    if (app !== 'playback' && app !== 'play_and_get_digits') return;
    const answered = event.variable(`cw_d${verb}`) !== undefined;
    if (app === 'playback' || !answered) {
      send([hangupChannel(call, 'NORMAL_CLEARING')]);
      return;
    }
    const next = verb - 1;
    send(
      next < PROMPTS.length
        ? ask(call, next)
        : play(call, { verb: verb + 1, prompts: file(GOODBYE), promptsDir: port.promptsDir }),
    );
  }

  return {
    take(event) {
      const call = CallId.safeParse(event.uuid);
      if (!call.success) return;
      if (event.name === 'CHANNEL_PARK')
        send([disarmDeadMan(call.data), ...answer(call.data, 1), ...ask(call.data, 0)]);
      else if (event.name === 'CHANNEL_EXECUTE_COMPLETE') completed(call.data, event);
    },
  };
}
