import test from 'ava';
import { createHealthRegistry, PartHealth } from './health.ts';

test('a part keeps its last success and its last error', (t) => {
  let now = 100;
  const health = createHealthRegistry({ now: () => now });
  health.report('temporal', true);
  now = 200;
  health.report('temporal', false, 'no connection');
  now = 300;
  health.report('temporal', true);
  t.deepEqual(health.snapshot(), [
    { part: 'temporal', ok: true, lastSuccessAt: 300, lastErrorAt: 200, lastError: 'no connection' },
  ]);
});

test('parts are in the order of their names, and as the table takes them', (t) => {
  const health = createHealthRegistry({ now: () => 1 });
  health.report('switch:seoul-1', false, 'x'.repeat(900));
  health.report('postgres', true);
  const parts = health.snapshot();
  t.deepEqual(
    parts.map(({ part }) => part),
    ['postgres', 'switch:seoul-1'],
  );
  for (const part of parts) t.notThrows(() => PartHealth.parse(part));
});
