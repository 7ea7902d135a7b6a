import test from 'ava';
import { type Figures, lateFigures } from './budgets.ts';

const figures = (p50: number, p95: number, n = 18): Figures['loaded'] => ({
  p50,
  p95,
  p99: p95,
  max: p95,
  n,
  turnsPerSecond: 30,
});
const run = (own: Partial<Figures> = {}): Figures => ({
  idle: figures(23, 41),
  loaded: figures(40, 100),
  arrival: { idle: figures(45, 85), loaded: figures(45, 145) },
  checked: { calls: 106, failed: 0, mistakes: {} },
  ...own,
});

test('what a quiet machine measures is in time', (t) => t.deepEqual(lateFigures(run()), []));

test('1.67 times a budget is allowed, more is not', (t) => {
  t.deepEqual(lateFigures(run({ idle: figures(67, 100), loaded: figures(125, 251) })), []);
  t.deepEqual(lateFigures(run({ idle: figures(68, 101) })), [
    'turn, idle p50 68 ms, allowed 67',
    'turn, idle p95 101 ms, allowed 100',
  ]);
  const arrival = { idle: figures(335, 669), loaded: figures(502, 1_003) };
  t.is(lateFigures(run({ arrival })).length, 4);
});

test('a run in which nothing was measured does not pass', (t) => {
  t.deepEqual(lateFigures(run({ loaded: figures(0, 0, 0) })), ['turn, loaded: nothing was measured']);
});

test('a call that went wrong is a finding, however fast the others were', (t) => {
  const checked = { calls: 106, failed: 1, mistakes: { 'not ended': 1 } };
  t.deepEqual(lateFigures(run({ checked })), ['1 of 106 calls failed: {"not ended":1}']);
});
