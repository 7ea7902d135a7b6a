import test from 'ava';
import { CALL, LEG } from '../../activities/testing/fake-switch.ts';
import type { CallEvent } from '../../contracts/call/event.ts';
import type { CallId } from '../../contracts/ids.ts';
import { createLiveCalls } from './live-calls.ts';

const base = { id: 'e', at: 1 };
const of = (call: CallId, event: CallEvent) => ({ call, event, mayStart: false });
const arrived: CallEvent = { type: 'arrived', ...base, adopted: false };
const hungUp: CallEvent = { type: 'hungUp', ...base, cause: 'NORMAL_CLEARING', by: 'caller' };

test('the metronome beats while any channel lives', (t) => {
  const beats: boolean[] = [];
  const live = createLiveCalls(
    () => 0,
    (any) => void beats.push(any),
  );
  live.follow(of(CALL, arrived));
  live.follow(of(LEG, { type: 'leg', ...base, verb: 1, state: 'ringing' }));
  live.follow(of(CALL, hungUp));
  live.follow(of(CALL, hungUp));
  t.deepEqual(beats, [true]);
  live.remove(LEG);
  t.deepEqual(beats, [true, false]);
  t.is(live.size(), 0);
});

test('the dead man is renewed for callers who talk to nobody', (t) => {
  const live = createLiveCalls(
    () => 0,
    () => undefined,
  );
  live.follow(of(CALL, arrived));
  live.add(LEG, true);
  t.deepEqual(live.unbridged(), [CALL], 'a leg is somebody else’s matter');
  live.follow(of(CALL, { type: 'bridged', ...base }));
  t.deepEqual(live.unbridged(), []);
  live.follow(of(CALL, { type: 'unbridged', ...base }));
  t.deepEqual(live.unbridged(), [CALL]);
});

test('an event of a channel that nobody knows makes none', (t) => {
  const live = createLiveCalls(
    () => 0,
    () => undefined,
  );
  live.follow(of(CALL, { type: 'bridged', ...base }));
  live.follow(of(CALL, hungUp));
  t.is(live.size(), 0);
});

test('a channel that is known already keeps what is known of it', (t) => {
  const live = createLiveCalls(
    () => 0,
    () => undefined,
  );
  live.follow(of(CALL, arrived));
  live.follow(of(CALL, { type: 'bridged', ...base }));
  live.add(CALL, false);
  t.deepEqual(live.unbridged(), []);
  live.clear();
  t.deepEqual(live.all(), []);
});
