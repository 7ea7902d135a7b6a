import test from 'ava';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { METRICS, TURN_BUCKETS } from '../../contracts/api/metric-names.ts';
import { mergeExpositions } from './merge-exposition.ts';

function processWith(calls: number, node: string): Registry {
  const registry = new Registry();
  const registers = [registry];
  const { calls: c, turn: h, eslLag: g } = METRICS;
  new Counter({ name: c.name, help: c.help, labelNames: [...c.labelNames], registers }).inc(
    { result: 'success', reason: 'completed' },
    calls,
  );
  const turn = new Histogram({
    name: h.name,
    help: h.help,
    labelNames: [...h.labelNames],
    buckets: [...TURN_BUCKETS],
    registers,
  });
  turn.observe(0.05);
  new Gauge({ name: g.name, help: g.help, labelNames: [...g.labelNames], registers }).set({ node }, 7);
  return registry;
}

test('counters and histograms of several processes add up, gauges keep their labels', async (t) => {
  const merged = mergeExpositions([await processWith(2, 'a').metrics(), await processWith(3, 'b').metrics()]);
  const lines = merged.split('\n');
  t.true(lines.includes('callwright_calls_total{result="success",reason="completed"} 5'));
  t.true(lines.includes('callwright_turn_seconds_count 2'));
  t.true(lines.includes('callwright_turn_seconds_bucket{le="0.04"} 0'));
  t.true(lines.includes('callwright_turn_seconds_bucket{le="+Inf"} 2'));
  t.true(lines.includes('callwright_esl_lag_ms{node="a"} 7'));
  t.true(lines.includes('callwright_esl_lag_ms{node="b"} 7'));
});

test('a family’s header stands once, and its samples together', async (t) => {
  const text = await processWith(1, 'a').metrics();
  const merged = mergeExpositions([text, text, text]);
  const headers = merged.split('\n').filter((line) => line.startsWith('# TYPE'));
  t.is(new Set(headers).size, headers.length);
  for (const block of merged.trim().split('\n\n')) {
    const samples = block.split('\n').filter((line) => !line.startsWith('#'));
    const family = /^# HELP (\S+)/.exec(block)?.[1] ?? 'none';
    t.true(samples.length > 0 && samples.every((line) => line.startsWith(family)), block);
  }
  t.is(merged.split('\n').filter((line) => line === 'callwright_esl_lag_ms{node="a"} 7').length, 1);
});

test('values that are no plain numbers survive, and noise is left out', (t) => {
  const merged = mergeExpositions(['# TYPE x gauge\nx{a="1 } 2"} NaN\nx +Inf\n\nnot a sample\n# EOF']);
  t.is(merged, '# TYPE x gauge\nx{a="1 } 2"} NaN\nx +Inf\n');
  t.is(mergeExpositions([]), '');
});
