import test from 'ava';
import { playBlock, SAID, scenarioOf } from '../testing/blocks.ts';
import { driveCall } from '../testing/call-driver.ts';

const twoPlays = () => driveCall(scenarioOf({ first: playBlock('second'), second: playBlock('end') }));

for (const result of ['completed', 'interrupted'] as const) {
  test(`a prompt that is ${result} leads on`, (t) => {
    const call = twoPlays();
    call.take({ type: 'played', result });
    t.is(call.verbs.length, 2);
  });
}

for (const result of ['missing', 'failed'] as const) {
  test(`a prompt that is ${result} is passed over, and the story says so`, (t) => {
    const call = twoPlays();
    call.take({ type: 'played', result });
    t.is(call.verbs.length, 2);
    t.like(call.steps()[1], { block: 'engine/promptFailed', outcome: result, verb: 1 });
  });
}

test('the completion of an older verb changes nothing: the very same snapshot comes back', (t) => {
  const call = twoPlays();
  const { snapshot } = call.take({ type: 'played', result: 'completed' });
  const stale = call.take({ type: 'played', verb: 1, result: 'completed' });
  t.is(stale.snapshot, snapshot);
  t.deepEqual([stale.verbs, stale.steps], [[], []]);
});

test('a sentence about an empty variable is a short silence, not an empty verb', (t) => {
  const call = driveCall(
    scenarioOf(
      {
        first: {
          type: 'say',
          prompts: [{ say: 'digits', value: { variable: 'code' } }],
          next: { done: 'end' },
        },
      },
      { variables: { code: { type: 'digits' } } },
    ),
  );
  t.like(call.verbs[0], { prompts: [{ kind: 'silence', ms: 20 }], expectMs: 20 });
});

test('a sentence is put together with the values of the moment', (t) => {
  const call = driveCall(
    scenarioOf(
      {
        first: { type: 'set', assign: [{ variable: 'n', add: 15 }], next: { done: 'tell' } },
        tell: {
          type: 'say',
          prompts: [SAID, { silence: 200 }, { say: 'number', value: { variable: 'n' } }],
          next: { done: 'end' },
        },
      },
      { variables: { n: { type: 'number', initial: 5 } } },
    ),
  );
  t.like(call.verbs[0], {
    prompts: [
      { kind: 'file', path: SAID },
      { kind: 'silence', ms: 200 },
      { kind: 'file', path: 'ko/number/20.wav' },
    ],
  });
  t.deepEqual(call.steps()[1]?.prompts, [SAID, 'ko/number/20.wav']);
});

const loops = (prompts: unknown[], times: number): { prompts: unknown[]; expectMs: number } =>
  driveCall(
    scenarioOf({
      first: { type: 'play', prompts: prompts as [string], loops: times, next: { done: 'end' } },
    }),
  ).verbs[0] as never;

test('a sequence is said as often as asked for, in one verb', (t) => {
  const once = loops([SAID, { silence: 300 }], 1);
  const thrice = loops([SAID, { silence: 300 }], 3);
  t.deepEqual(thrice.prompts, [...once.prompts, ...once.prompts, ...once.prompts]);
  t.is(thrice.expectMs, 3 * once.expectMs);
});

test('only whole sequences are repeated, and no more than a verb can carry', (t) => {
  const long = Array.from({ length: 17 }, () => SAID);
  t.is(loops(long, 10).prompts.length, 51);
});

test('a tone of one’s own takes its time', (t) => {
  const tone = { hz: [440, 480], onMs: 200, offMs: 100, times: 3 };
  t.like(loops([{ tone }], 1), { prompts: [{ kind: 'tones', tone }], expectMs: 900 });
});
