import test from 'ava';
import { CALL } from '../../activities/testing/fake-switch.ts';
import type { CallEvent } from '../../contracts/call/event.ts';
import { createOutage, type Filler, verbUnderWay } from './outage.ts';

const base = { id: 'e', at: 1 };
const arrived: CallEvent = { type: 'arrived', ...base, adopted: false };
const played = (verb: number): CallEvent => ({ type: 'played', ...base, verb, result: 'completed' });
const hungUp: CallEvent = { type: 'hungUp', ...base, cause: 'NORMAL_CLEARING', by: 'caller' };

/** An outage watch on a clock that the test moves. */
function createWatched(play: (filler: Filler) => Promise<void> = async () => undefined) {
  let timers: { at: number; run: () => void }[] = [];
  const fillers: Filler[] = [];
  const errors: unknown[] = [];
  const outage = createOutage({
    play(_call, filler) {
      fillers.push(filler);
      return play(filler);
    },
    schedule(ms, run) {
      const timer = { at: ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    onError: (error) => void errors.push(error),
  });
  const pass = (until: number): void => {
    const due = timers.filter(({ at }) => at <= until);
    timers = timers.filter(({ at }) => at > until);
    for (const { run } of due) run();
  };
  return { outage, fillers, errors, pass, open: () => timers.length };
}

test('a caller hears the waiting prompt before two seconds and the fallback after eight', (t) => {
  const { outage, fillers, pass } = createWatched();
  outage.watch(CALL, [played(4)]);
  pass(1_400);
  t.deepEqual(fillers, []);
  pass(2_000);
  t.deepEqual(fillers, [{ afterVerb: 4, kind: 'waiting' }]);
  pass(8_000);
  t.deepEqual(fillers[1], { afterVerb: 4, kind: 'fallback' });
});

test('an engine that answers in time plays nothing', (t) => {
  const { outage, fillers, pass, open } = createWatched();
  const watch = outage.watch(CALL, [arrived]);
  watch.done();
  t.is(open(), 0);
  pass(10_000);
  t.deepEqual(fillers, []);
});

test('after a hang-up or in a conversation nobody waits', (t) => {
  const { outage, open } = createWatched();
  outage.watch(CALL, [played(4), hungUp]).done();
  outage.watch(CALL, [{ type: 'bridged', ...base }]).done();
  outage.watch(CALL, [{ type: 'mediaLost', ...base, reason: 'channel-gone' }]).done();
  t.is(open(), 0);
});

test('the verb under way is the last whose result came; an arrival has none yet', (t) => {
  t.is(verbUnderWay([arrived]), 0);
  t.is(verbUnderWay([played(3), played(4)]), 4);
  t.is(verbUnderWay([{ type: 'leg', ...base, verb: 9, state: 'ringing' }]), undefined);
  t.is(verbUnderWay([]), undefined);
});

test('a filler that cannot be played is reported and harms nobody', async (t) => {
  const { outage, errors, pass } = createWatched(() => Promise.reject(new Error('no socket')));
  outage.watch(CALL, [played(4)]);
  pass(2_000);
  await new Promise((resolve) => setImmediate(resolve));
  t.is(errors.length, 1);
});
