import test from 'ava';
import fc from 'fast-check';
import { afterFinish, afterLookUp, afterSubmit, newPace, nextStep, type Pace, type Step } from './pace.ts';

const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;
const next = (figures: Partial<Parameters<typeof nextStep>[0]>, pace: Partial<Pace> = {}): Step =>
  nextStep({ waiting: 0, open: 0, nextDueAt: null, ...figures }, { ...newPace(), ...pace }, NOW);
const submitted = { handed: 10, holdMs: 0, lookMs: 20_000, figures: undefined };
const looked = {
  asked: 5,
  learnt: 0,
  more: false,
  lookMs: 20_000,
  figures: { waiting: 0, open: 5, nextDueAt: null },
};

test('what is due goes at once, before anything is asked', (t) => {
  t.deepEqual(next({ waiting: 1, open: 5, nextDueAt: NOW }), { do: 'submit' });
});

test('what is due later is waited for', (t) => {
  t.deepEqual(next({ waiting: 1, nextDueAt: NOW + 5_000 }), { do: 'wait', ms: 5_000 });
});

test('meanwhile open ones are asked for', (t) => {
  t.deepEqual(next({ waiting: 1, open: 1, nextDueAt: NOW + 5_000 }), { do: 'look-up' });
  t.deepEqual(next({ waiting: 1, open: 1, nextDueAt: NOW + 5_000 }, { lookAt: NOW + 1_000 }), {
    do: 'wait',
    ms: 1_000,
  });
});

test('a settled ledger is closed; one that was not settled after all is looked at again later', (t) => {
  t.deepEqual(next({}), { do: 'finish' });
  t.like(next({}, afterFinish(newPace(), NOW)), { do: 'wait' });
});

test('nothing waits longer than a day without looking', (t) => {
  t.deepEqual(next({ waiting: 1, nextDueAt: NOW + 900 * HOUR }), { do: 'wait', ms: 24 * HOUR });
});

test('after a hand-over the next one follows at once, the first look-up by the time of the first', (t) => {
  const first = afterSubmit(newPace(), submitted, NOW);
  t.like(first, { submitAt: NOW, lookAt: NOW + 20_000 });
  t.is(afterSubmit(first, submitted, NOW + 3_000).lookAt, NOW + 20_000);
});

test('a provider that holds back is left alone as long as it says, and longer each time', (t) => {
  let pace = afterSubmit(newPace(), { ...submitted, handed: 0, holdMs: 2_000 }, NOW);
  t.is(pace.submitAt, NOW + 2_000);
  for (let time = 0; time < 30; time += 1)
    pace = afterSubmit(pace, { ...submitted, handed: 0, holdMs: 2_000 }, NOW);
  t.is(pace.submitAt, NOW + 300_000);
  t.like(afterSubmit(pace, submitted, NOW), { submitAt: NOW, pauses: 0 });
});

test('look-ups that tell nothing come ever more seldom, ten minutes apart in the end', (t) => {
  let pace = afterLookUp(newPace(), looked, NOW);
  t.is(pace.lookAt, NOW + 20_000);
  pace = afterLookUp(pace, looked, NOW);
  t.is(pace.lookAt, NOW + 40_000);
  for (let time = 0; time < 30; time += 1) pace = afterLookUp(pace, looked, NOW);
  t.is(pace.lookAt, NOW + 600_000);
  t.is(afterLookUp(pace, { ...looked, learnt: 1 }, NOW).lookAt, NOW + 20_000);
});

test('more of them are asked for at once as long as answers come', (t) => {
  t.is(afterLookUp(newPace(), { ...looked, learnt: 5, more: true }, NOW).lookAt, NOW);
  t.true(afterLookUp(newPace(), { ...looked, more: true }, NOW).lookAt > NOW);
});

test('no two fruitless steps follow each other without a pause', (t) => {
  const anything = fc.array(fc.record({ submit: fc.boolean(), ms: fc.nat(60_000) }), { maxLength: 50 });
  fc.assert(
    fc.property(anything, (steps) => {
      let pace = newPace();
      for (const { submit, ms } of steps) {
        pace = submit
          ? afterSubmit(pace, { handed: 0, holdMs: ms, lookMs: ms, figures: undefined }, NOW)
          : afterLookUp(pace, { ...looked, lookMs: ms }, NOW);
        const at = submit ? pace.submitAt : pace.lookAt;
        if (at < NOW + 500) return false;
      }
      return true;
    }),
  );
  t.pass();
});
