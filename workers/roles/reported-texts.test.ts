import test from 'ava';
import { createReportedTexts } from './reported-texts.ts';

function world(fails = false) {
  const timers: (() => void)[] = [];
  const asked: number[] = [];
  const warnings: unknown[] = [];
  const texts = createReportedTexts({
    ask: async (names) => {
      asked.push(names.length);
      if (fails) throw new Error('the provider is away');
    },
    warn: (error) => void warnings.push(error),
    later: (_ms, run) => void timers.push(run),
  });
  const second = async (): Promise<void> => {
    for (const run of timers.splice(0)) run();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { texts, timers, asked, warnings, second };
}

test('reports of a second are asked for together, each text once', async (t) => {
  const { texts, timers, asked, second } = world();
  for (let n = 0; n < 50; n++) texts.note([{ ref: `r${n % 10}` }, { providerId: `p${n % 10}` }]);
  t.is(timers.length, 1);
  await second();
  t.deepEqual(asked, [20]);
  await second();
  t.deepEqual(asked, [20], 'nothing was new');
});

test('what comes meanwhile waits for its own second', async (t) => {
  const { texts, asked, second } = world();
  texts.note([{ ref: 'a' }]);
  const first = second();
  texts.note([{ ref: 'b' }]);
  await first;
  await second();
  t.deepEqual(asked, [1, 1]);
});

test('a flood is asked for in part; a provider that is away is told of, and asked again', async (t) => {
  const { texts, asked, warnings, second } = world(true);
  texts.note(Array.from({ length: 9_000 }, (_, n) => ({ ref: `r${n}` })));
  await second();
  texts.note([{ ref: 'later' }]);
  await second();
  t.deepEqual(asked, [5_000, 1]);
  t.is(warnings.length, 2);
  await texts.close();
});

test('a report that names nobody asks for nothing', (t) => {
  const { texts, timers } = world();
  texts.note([]);
  t.is(timers.length, 0);
});
