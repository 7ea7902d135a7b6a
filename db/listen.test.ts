import test from 'ava';
import { listen } from './listen.ts';
import { NUMBERS_CHANGED } from './repositories/numbers.ts';
import { DEMO_TENANT } from './repositories/tenants.ts';
import { createCuttingProxy } from './testing/cutting-proxy.ts';
import { digits, system } from './testing/samples.ts';
import { useTestDatabase } from './testing/test-database.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });

const number = (text: string) => ({
  digits: digits(text),
  tenant: DEMO_TENANT,
  scenario: null,
  fallbackPrompt: 'x.wav',
  enabled: true,
});

/** Collects what the listener sees and lets a test await a state instead of a time. */
function createSeen(): { push(seen: string[]): void; until(digits: string): Promise<void> } {
  let now: string[] = [];
  let check = (): void => undefined;
  return {
    push(seen) {
      now = seen;
      check();
    },
    until: (wanted) =>
      new Promise((resolve) => {
        check = () => {
          if (now.includes(wanted)) resolve();
        };
        check();
      }),
  };
}

test('each change of a number is told, and what changed during a lost connection too', async (t) => {
  const { numbers } = db().repositories;
  const proxy = await createCuttingProxy(db().url);
  const seen = createSeen();
  const errors: unknown[] = [];
  await numbers.upsert(system, number('15880001'));
  const listener = listen({
    url: proxy.url,
    channel: NUMBERS_CHANGED,
    onChange: async () => seen.push((await numbers.all(system)).map((row) => row.digits)),
    onError: (error) => errors.push(error),
    retryMs: 10,
  });
  await seen.until('15880001');
  await numbers.upsert(system, number('15880002'));
  await seen.until('15880002');
  proxy.cut();
  await numbers.upsert(system, number('15880003'));
  proxy.restore();
  await seen.until('15880003');
  await numbers.upsert(system, number('15880004'));
  await seen.until('15880004');
  await listener.close();
  await proxy.close();
  t.pass();
});

test('a listener that fails is told, and goes on listening', async (t) => {
  const { numbers } = db().repositories;
  const seen = createSeen();
  let failures = 0;
  const listener = listen({
    url: db().url,
    channel: NUMBERS_CHANGED,
    onChange: async () => {
      if (failures === 0) throw new Error('first load fails');
      seen.push((await numbers.all(system)).map((row) => row.digits));
    },
    onError: () => {
      failures += 1;
      seen.push([`failed ${failures}`]);
    },
    retryMs: 10,
  });
  await seen.until('failed 1');
  await numbers.upsert(system, number('15880009'));
  await seen.until('15880009');
  await listener.close();
  t.is(failures, 1);
});
