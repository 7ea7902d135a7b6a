import test from 'ava';
import {
  createHealthRegistry,
  HEALTH_FORGOTTEN_AFTER_MS,
  HEALTH_STALE_AFTER_MS,
} from '../../contracts/api/health.ts';
import type { ReportedPart } from '../../db/repositories/part-health.ts';
import { mergeReadiness } from './readiness.ts';

const reported = (different: Partial<ReportedPart> = {}): ReportedPart => ({
  role: 'switch-worker',
  instance: 'a',
  part: 'switch',
  ok: true,
  lastSuccessAt: 1_790_000_000_000,
  ageMs: 0,
  ...different,
});
const old = HEALTH_STALE_AFTER_MS + 1;

test('ready is when every part of every role works', (t) => {
  t.true(mergeReadiness([], []).ready);
  t.true(mergeReadiness([{ part: 'postgres', ok: true }], [reported()]).ready);
  t.false(mergeReadiness([{ part: 'postgres', ok: false }], [reported()]).ready);
  t.false(mergeReadiness([], [reported({ ok: false, lastError: 'gone' })]).ready);
});

test('a role that fell silent is stale and so not ready', (t) => {
  t.true(mergeReadiness([], [reported({ ageMs: HEALTH_STALE_AFTER_MS })]).ready);
  const view = mergeReadiness([], [reported({ ageMs: old })]);
  t.false(view.ready);
  t.like(view.parts[0], { ok: false, stale: true, lastSuccessAt: '2026-09-21T14:13:20.000Z' });
});

test('a worker that works does not hide another one that fell silent', (t) => {
  const one = reported({ ageMs: old });
  t.false(mergeReadiness([], [one, reported({ instance: 'b' })]).ready);
});

test('a worker that has been silent for a day is no longer part of the installation', (t) => {
  const view = mergeReadiness([], [reported({ ageMs: HEALTH_FORGOTTEN_AFTER_MS + 1 })]);
  t.deepEqual(view, { ready: true, parts: [] });
});

test('the registry keeps the last success and the last error of each part', (t) => {
  let now = 1_000;
  const health = createHealthRegistry({ now: () => now });
  health.report('switch', true);
  now = 2_000;
  health.report('switch', false, 'x'.repeat(400));
  now = 3_000;
  health.report('switch', true);
  health.report('alpha', false);
  t.deepEqual(health.snapshot(), [
    { part: 'alpha', ok: false, lastErrorAt: 3_000, lastError: 'failed' },
    { part: 'switch', ok: true, lastSuccessAt: 3_000, lastErrorAt: 2_000, lastError: 'x'.repeat(300) },
  ]);
});
