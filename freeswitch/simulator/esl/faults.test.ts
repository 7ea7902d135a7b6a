import test from 'ava';
import { header } from '../testing/frames.ts';
import { createRig, type Rig } from '../testing/rig.ts';
import { createFaultFilter, noFaults } from './faults.ts';

function sequences(rig: Rig, name: string): readonly string[] {
  return rig.events().flatMap((e) => (header(e, 'Event-Name') === name ? header(e, 'Event-Sequence') : []));
}

test('dropped events are counted and do not arrive', (t) => {
  const rig = createRig();
  rig.sim.setFaults({ drop: 1, only: ['CHANNEL_PARK'] });
  const call = rig.answered();
  t.false(rig.names(call.uuid).includes('CHANNEL_PARK'));
  t.true(rig.names(call.uuid).includes('CHANNEL_ANSWER'));
  t.is(rig.sim.stats().faults.dropped, 1);
});

test('a doubled event comes twice with the same sequence number', (t) => {
  const rig = createRig();
  rig.sim.setFaults({ duplicate: 1 });
  rig.answered();
  const [first, second, ...rest] = sequences(rig, 'CHANNEL_ANSWER');
  t.truthy(first);
  t.is(first, second);
  t.is(rest.length, 0);
});

test('the same seed strikes the same events', (t) => {
  const strike = (seed: number): string => {
    const counts = { dropped: 0, duplicated: 0, moved: 0 };
    const faults = { ...noFaults, drop: 0.2, duplicate: 0.2, seed };
    const filter = createFaultFilter(() => faults, counts);
    return Array.from({ length: 200 }, () => filter.copies('DTMF')).join('');
  };
  t.is(strike(7), strike(7));
  t.not(strike(7), strike(8));
});

test('shuffling moves events at most as far as its window and loses none', (t) => {
  const faults = { ...noFaults, shuffle: 5, seed: 3 };
  const filter = createFaultFilter(() => faults, { dropped: 0, duplicated: 0, moved: 0 });
  const batch = Array.from({ length: 500 }, (_, at) => at);
  const { now, later } = filter.arrange(batch);
  t.deepEqual(
    [...now, ...later].sort((a, b) => a - b),
    batch,
  );
  t.true(now.every((value, at) => Math.abs(value - at) <= 5));
  t.notDeepEqual(now, batch);
});
