import test from 'ava';
import type { PromptView } from '../../../../../contracts/api/prompts.ts';
import { foundPrompts } from './found-prompts.ts';
import { recordedWav } from './recorded-wav.ts';
import { createRecorder, type RecorderState } from './recorder.ts';

const prompt = (name: string, text: string): PromptView =>
  ({ id: name, name, files: [{ text }] }) as unknown as PromptView;

test('prompts are found by name and by words, whatever the case', (t) => {
  const all = [prompt('인사말', 'Welcome to us'), prompt('영업시간', '아홉 시부터')];
  const names = (typed: string) => foundPrompts(all, typed).map(({ name }) => name);
  t.deepEqual(names(' welcome '), ['인사말']);
  t.deepEqual(names('시'), ['영업시간']);
  t.deepEqual(names(''), ['인사말', '영업시간']);
  t.deepEqual(names('없는 말'), []);
});

test('what was recorded is a WAV file at its own rate, peaks kept within', async (t) => {
  const wav = Buffer.from(
    await recordedWav([new Float32Array([0, 0.5]), new Float32Array([2, -2])], 48_000).arrayBuffer(),
  );
  t.deepEqual([wav.length, wav.readUInt32LE(24), wav.readUInt32LE(40)], [52, 48_000, 8]);
  t.deepEqual(
    [0, 1, 2, 3].map((n) => wav.readInt16LE(44 + n * 2)),
    [0, 16_384, 32_767, -32_767],
  );
});

/** A microphone that a test speaks into. */
function fakeMicrophone(answer: () => Promise<void>) {
  let take: ((block: Float32Array, rate: number) => void) | undefined;
  let open = 0;
  const states: RecorderState['kind'][] = [];
  const recorder = createRecorder(
    () => {
      open += 1;
      const start = async (into: typeof take): Promise<void> => {
        await answer();
        take = into;
      };
      const stop = (): void => {
        take = undefined;
      };
      return {
        rate: 1_000,
        microphone: { start, stop },
        close: () => {
          open -= 1;
        },
      };
    },
    (state) => states.push(state.kind),
  );
  return {
    recorder,
    states,
    open: () => open,
    say: (samples: number) => take?.(new Float32Array(samples), 1_000),
  };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a recording goes from asking to done, and lets go of the microphone', async (t) => {
  const { recorder, states, open, say } = fakeMicrophone(async () => undefined);
  recorder.start();
  await turn();
  say(500);
  t.is(open(), 1);
  recorder.stop();
  t.deepEqual(states, ['asking', 'recording', 'recording', 'done']);
  t.is(open(), 0);
  recorder.reset();
  t.is(states.at(-1), 'idle');
});

test('no microphone is said; nothing said is nothing recorded; five minutes are the end', async (t) => {
  const refused = fakeMicrophone(() => Promise.reject(new Error('no')));
  refused.recorder.start();
  await turn();
  t.deepEqual([refused.states.at(-1), refused.open()], ['refused', 0]);
  const silent = fakeMicrophone(async () => undefined);
  silent.recorder.start();
  await turn();
  silent.recorder.stop();
  t.is(silent.states.at(-1), 'idle');
  const long = fakeMicrophone(async () => undefined);
  long.recorder.start();
  await turn();
  long.say(300_001);
  t.is(long.states.at(-1), 'done');
});

test('a page that goes while the browser asks leaves no microphone open', async (t) => {
  const { promise, resolve: say } = Promise.withResolvers<void>();
  const asking = fakeMicrophone(() => promise);
  asking.recorder.start();
  asking.recorder.close();
  say();
  await turn();
  asking.say(100);
  t.deepEqual([asking.states, asking.open()], [['asking'], 0]);
});
