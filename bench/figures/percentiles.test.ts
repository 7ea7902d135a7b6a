import test from 'ava';
import fc from 'fast-check';
import { percentiles } from './percentiles.ts';

test('percentiles are values of the sample, by nearest rank, whatever its order', (t) => {
  const samples = Array.from({ length: 100 }, (_, index) => 100 - index);
  t.deepEqual(percentiles(samples), { p50: 50, p95: 95, p99: 99, max: 100, n: 100 });
});

test('percentiles never fall and never exceed the largest sample', (t) => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1 }), (samples) => {
      const { p50, p95, p99, max } = percentiles(samples);
      return p50 <= p95 && p95 <= p99 && p99 <= max && max === Math.max(...samples);
    }),
  );
  t.pass();
});

test('no samples give zeros and n 0', (t) => {
  t.deepEqual(percentiles([]), { p50: 0, p95: 0, p99: 0, max: 0, n: 0 });
});
