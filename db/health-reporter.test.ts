import { mock } from 'node:test';
import test from 'ava';
import { createHealthRegistry, type PartHealth } from '../contracts/api/health.ts';
import { CallwrightError } from '../contracts/errors.ts';
import { startHealthReporter } from './health-reporter.ts';
import { system } from './testing/samples.ts';

const settle = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};

test('health is written at once and then every 5 s; an outage is remembered and told afterwards', async (t) => {
  mock.timers.enable({ apis: ['setInterval'] });
  let now = 1_000;
  const health = createHealthRegistry({ now: () => now });
  health.report('switch', true);
  const written: PartHealth[][] = [];
  let down = false;
  const reporter = startHealthReporter({
    health,
    actor: system,
    source: { role: 'switch-worker', instance: 'a' },
    partHealth: {
      report: (_actor, source, parts) => {
        t.deepEqual(source, { role: 'switch-worker', instance: 'a' });
        if (down) return Promise.reject(new CallwrightError('db/unavailable', 'Postgres does not answer'));
        written.push([...parts]);
        return Promise.resolve();
      },
    },
  });
  await settle();
  t.deepEqual(written, [[{ part: 'switch', ok: true, lastSuccessAt: 1_000 }]]);
  down = true;
  now = 6_000;
  mock.timers.tick(5_000);
  await settle();
  t.is(written.length, 1);
  down = false;
  now = 11_000;
  mock.timers.tick(5_000);
  await settle();
  t.like(
    written[1]?.find((part) => part.part === 'postgres'),
    { ok: false, lastSuccessAt: 1_000, lastErrorAt: 6_000, lastError: 'Postgres does not answer' },
  );
  await reporter.close();
  mock.timers.tick(60_000);
  await settle();
  t.is(written.length, 2);
  mock.timers.reset();
});
