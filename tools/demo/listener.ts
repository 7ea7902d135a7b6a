import type { CallView, ControlClient } from '../../freeswitch/simulator/index.ts';

export type KeyPress = { hears: string; press: string; afterMs: number; secret?: boolean };
export type Pressed = { keys: string; at: number };

export type ListenerOptions = {
  promptsDir: string;
  texts: Readonly<Record<string, { text: string }>>;
  /** In order: each is pressed once, so long after its prompt begins. */
  keys: readonly KeyPress[];
  say(line?: string): void;
  control: Pick<ControlClient, 'press'>;
};

/** A caller with open ears: prints what he hears when it begins, and presses his keys at the right prompts. */
export function createListener(options: ListenerOptions) {
  const { say } = options;
  const waiting = [...options.keys];
  const pressed: Pressed[] = [];
  let call: string | undefined;
  let told = 0;
  let state = '';
  let early: CallView[] = [];

  function follow(view: CallView): void {
    if (call === undefined) {
      early.push(view);
      return;
    }
    if (view.uuid !== call) return;
    const since = (at: number): string => `${((at - view.startedAt) / 1_000).toFixed(2).padStart(6)} s`;
    if (view.state !== state && (view.state === 'answered' || view.state === 'ringing')) {
      state = view.state;
      say(`  ${since(view.answeredAt ?? view.startedAt)}  ${state === 'ringing' ? '… rings' : '✆ answered'}`);
    }
    for (const sound of view.heard.slice(told)) {
      told += 1;
      const paths = pathsOf(sound.source);
      say(`  ${since(sound.startedAt)}  ♪ ${paths.map(words).join(' ')}`);
      for (const path of paths) answerTo(path, view.startedAt);
    }
    if (view.state === 'ended')
      say(`  ${since(view.endedAt ?? view.startedAt)}  ✆ ended by the ${view.endedBy ?? 'switch'}`);
  }

  function pathsOf(source: string): string[] {
    const whole = source.replace(/^file_string:\/\//, '');
    return whole.split('!').map((path) => path.replace(`${options.promptsDir}/`, ''));
  }

  const words = (path: string): string => options.texts[path]?.text ?? `(${path})`;

  function answerTo(path: string, startedAt: number): void {
    const next = waiting[0];
    if (next === undefined || next.hears !== path || call === undefined) return;
    waiting.shift();
    const target = call;
    setTimeout(() => {
      const at = Date.now();
      say(
        `  ${((at - startedAt) / 1_000).toFixed(2).padStart(6)} s  ⌨ presses ${next.secret === true ? '••••••' : next.press}`,
      );
      void options.control
        .press(target, next.press)
        .then(() => pressed.push({ keys: next.press, at: Date.now() }));
    }, next.afterMs);
  }

  return {
    follow,
    /** From now on this call is listened to; what it did already is caught up on. */
    watch(uuid: string): void {
      call = uuid;
      for (const view of early) follow(view);
      early = [];
    },
    pressed: (): readonly Pressed[] => pressed,
  };
}
