import test from 'ava';
import fc from 'fast-check';
import type { EslError } from './errors.ts';
import { createPipeline } from './pipeline.ts';
import { createVirtualClock } from './testing/virtual-clock.ts';

type Step =
  | { do: 'submit'; size: number; timeoutMs: number; waits: boolean }
  | { do: 'answer' | 'open' | 'close' | 'block' | 'drain' }
  | { do: 'wait'; ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('submit' as const),
      size: fc.integer({ min: 1, max: 3 }),
      timeoutMs: fc.integer({ min: 1, max: 30 }),
      waits: fc.boolean(),
    }),
  },
  { weight: 6, arbitrary: fc.constant({ do: 'answer' as const }) },
  { weight: 1, arbitrary: fc.constantFrom({ do: 'close' as const }, { do: 'block' as const }) },
  { weight: 2, arbitrary: fc.constantFrom({ do: 'open' as const }, { do: 'drain' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 20 }) }),
  },
);

/** Plays the steps against a switch that answers each command with its own text. */
async function play(steps: readonly Step[]) {
  const clock = createVirtualClock();
  const written: string[] = [];
  const settled = new Map<string, string>();
  let unanswered: string[] = [];
  let blocked = false;
  let open = false;
  const pipeline = createPipeline({
    clock,
    maxInFlight: 4,
    canWrite: () => !blocked,
    write: (text) => {
      const commands = text.match(/<[^>]+>/g) ?? [];
      written.push(...commands);
      unanswered.push(...commands);
    },
  });
  let serial = 0;

  function submit(size: number, timeoutMs: number, waitForConnection: boolean): void {
    const texts = Array.from({ length: size }, () => `<${serial++}>`);
    const note = (outcome: string): void => {
      for (const text of texts) settled.set(text, `${settled.get(text) ?? ''}${outcome}`);
    };
    const commands = texts.map((text) => ({ text, answer: 'api' as const }));
    pipeline.submit(commands, { timeoutMs, waitForConnection }).then(
      (replies) => note(replies.join() === texts.join() ? 'ok' : 'wrong answer'),
      (error: EslError) => note(error.code),
    );
  }

  const actions: Record<Exclude<Step['do'], 'submit' | 'wait'>, () => void> = {
    answer: () => {
      const next = unanswered.shift();
      if (next !== undefined && open) pipeline.answered('api', next);
    },
    open: () => {
      open = true;
      pipeline.opened();
    },
    close: () => {
      open = false;
      unanswered = [];
      pipeline.closed({ reason: 'test', code: 'not-sent' });
    },
    block: () => {
      blocked = true;
    },
    drain: () => {
      blocked = false;
      pipeline.drained();
    },
  };
  for (const one of steps) {
    if (one.do === 'submit') submit(one.size, one.timeoutMs, one.waits);
    else if (one.do === 'wait') clock.advance(one.ms);
    else actions[one.do]();
    await null;
  }
  pipeline.closed({ reason: 'end', code: 'not-sent', end: true });
  await new Promise((resolve) => setImmediate(resolve));
  return { written, settled, total: serial, counters: pipeline.counters(), timers: clock.pending() };
}

test('every command is settled once, written at most once, in order, and gets its own answer', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
      const { written, settled, total, counters, timers } = await play([{ do: 'open' }, ...steps]);
      t.is(new Set(written).size, written.length);
      const order = written.map((text) => Number(text.slice(1, -1)));
      t.deepEqual(
        order,
        order.toSorted((a, b) => a - b),
      );
      t.is(settled.size, total);
      const writtenOnes = new Set(written);
      for (const [text, outcome] of settled) {
        const allowed = writtenOnes.has(text) ? ['ok', 'outcome-unknown'] : ['not-sent', 'timeout'];
        t.true(allowed.includes(outcome), `${text} ${outcome}`);
      }
      const { queued, inFlight } = counters;
      t.deepEqual({ queued, inFlight, timers }, { queued: 0, inFlight: 0, timers: 0 });
    }),
    { numRuns: 300 },
  );
});

test('no more than the window is written and unanswered, unless one batch is longer', async (t) => {
  const texts: string[] = [];
  const pipeline = createPipeline({
    clock: createVirtualClock(),
    maxInFlight: 2,
    canWrite: () => true,
    write: (text) => texts.push(text),
  });
  const call = { timeoutMs: 1_000, waitForConnection: false };
  pipeline.opened();
  const all = ['a', 'b', 'c'].map((text) => pipeline.submit([{ text, answer: 'api' }], call));
  await null;
  t.deepEqual(texts, ['ab']);
  pipeline.answered('api', '1');
  await null;
  t.deepEqual(texts, ['ab', 'c']);
  pipeline.answered('api', '2');
  pipeline.answered('command', '-ERR permission denied');
  t.deepEqual((await Promise.all(all)).flat(), ['1', '2', '-ERR permission denied']);
});

test('an api answer to a sendmsg shows that answers are out of step', (t) => {
  const pipeline = createPipeline({
    clock: createVirtualClock(),
    maxInFlight: 9,
    canWrite: () => true,
    write: () => {},
  });
  t.throws(() => pipeline.answered('command', '+OK'), { message: 'an answer that nobody asked for' });
});

test('while the socket cannot take more, commands wait, and can be taken back', async (t) => {
  const clock = createVirtualClock();
  const texts: string[] = [];
  let blocked = true;
  const pipeline = createPipeline({
    clock,
    maxInFlight: 9,
    canWrite: () => !blocked,
    write: (text) => texts.push(text),
  });
  pipeline.opened();
  const late = pipeline.submit([{ text: 'late', answer: 'api' }], {
    timeoutMs: 10,
    waitForConnection: false,
  });
  const patient = pipeline.submit([{ text: 'patient', answer: 'api' }], {
    timeoutMs: 99,
    waitForConnection: false,
  });
  await null;
  clock.advance(10);
  await t.throwsAsync(late, { message: 'not written within 10 ms' });
  blocked = false;
  pipeline.drained();
  await null;
  t.deepEqual(texts, ['patient']);
  pipeline.answered('api', 'done');
  t.deepEqual(await patient, ['done']);
});
