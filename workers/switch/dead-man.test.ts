import test from 'ava';
import { createFakeSwitch } from '../../activities/testing/fake-switch.ts';
import { CallId } from '../../contracts/ids.ts';
import { renewDeadMen } from './dead-man.ts';

const calls = Array.from({ length: 60 }, (_, index) =>
  CallId.parse(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`),
);

test('every caller is renewed once, and no write holds more than 50 commands', async (t) => {
  const fake = createFakeSwitch();
  await renewDeadMen(fake.port, calls);
  t.deepEqual(
    fake.batches.map((batch) => batch.length),
    [50, 50, 20],
  );
  for (const call of calls) {
    const lines = fake.lines().filter((line) => line.includes(call));
    t.deepEqual(
      lines.map((line) => line.split(' ')[0]),
      ['sched_del', 'sched_transfer'],
      'the old one goes before the new one comes',
    );
  }
});

test('without callers nothing is said', async (t) => {
  const fake = createFakeSwitch();
  await renewDeadMen(fake.port, []);
  t.is(fake.batches.length, 0);
});
