import test from 'ava';
import { createAlarm } from './alarm.ts';

/** Timers that ring when the test says so. */
function createTimers(): {
  after: (ms: number) => Promise<void>;
  ring(index: number): Promise<void>;
  count(): number;
} {
  const timers: (() => void)[] = [];
  return {
    after: () => new Promise<void>((resolve) => void timers.push(resolve)),
    async ring(index) {
      timers[index]?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
    count: () => timers.length,
  };
}

test('an alarm for a later instant starts no second timer', (t) => {
  const timers = createTimers();
  const alarm = createAlarm(timers.after);
  alarm.setBy(100);
  alarm.setBy(200);
  alarm.setBy(100);
  alarm.setBy(undefined);
  t.is(timers.count(), 1);
});

test('an alarm for an earlier instant starts one', (t) => {
  const timers = createTimers();
  const alarm = createAlarm(timers.after);
  alarm.setBy(200);
  alarm.setBy(100);
  t.is(timers.count(), 2);
});

test('it rings once', async (t) => {
  const timers = createTimers();
  const alarm = createAlarm(timers.after);
  alarm.setBy(100);
  t.false(alarm.rang());
  await timers.ring(0);
  t.true(alarm.rang());
  t.false(alarm.rang());
});

test('after the earlier timer the later instant can be asked for again', async (t) => {
  const timers = createTimers();
  const alarm = createAlarm(timers.after);
  alarm.setBy(200);
  alarm.setBy(100);
  await timers.ring(1);
  alarm.setBy(200);
  t.is(timers.count(), 3);
});
