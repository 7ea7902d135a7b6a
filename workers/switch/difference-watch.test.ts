import test from 'ava';
import { CALL, createFakeSwitch, LEG } from '../../activities/testing/fake-switch.ts';
import { createDifferenceWatch, differencesOf } from './difference-watch.ts';
import { createLiveCalls } from './live-calls.ts';

function setUp() {
  const state = { now: [] as string[] | undefined, settled: [] as string[], looks: 0 };
  const look = createDifferenceWatch({
    differences: async () => state.now,
    lookCloser: async () => {
      state.looks += 1;
      state.now = state.now?.filter((one) => !state.settled.includes(one));
    },
  });
  return { state, look };
}

test('a difference that stays is looked into, one that passes is not', async (t) => {
  const { state, look } = setUp();
  state.now = ['a'];
  await look();
  state.now = ['b'];
  await look();
  t.is(state.looks, 0);
  state.settled = ['b'];
  await look();
  t.is(state.looks, 1);
  t.deepEqual(state.now, []);
});

test('an arrival and a hang-up that were both lost do not make up for each other', async (t) => {
  const { state, look } = setUp();
  state.now = ['arrived', 'gone'];
  await look();
  await look();
  t.is(state.looks, 1);
});

test('what a closer look has left is left alone for a while', async (t) => {
  const { state, look } = setUp();
  state.now = ['of somebody else'];
  for (let round = 0; round < 4; round += 1) await look();
  t.is(state.looks, 1);
  for (let round = 0; round < 4; round += 1) await look();
  t.is(state.looks, 2);
});

test('a switch that does not say changes nothing', async (t) => {
  const { state, look } = setUp();
  state.now = ['a'];
  await look();
  state.now = undefined;
  await look();
  t.is(state.looks, 0);
});

test('differences are channels that we do not know and calls that are not there', async (t) => {
  const row = { uuid: LEG, direction: 'inbound', created_epoch: '1', name: 'x', state: 'CS_EXECUTE' };
  const fake = createFakeSwitch(() => JSON.stringify({ row_count: 1, rows: [row] }));
  const live = createLiveCalls(
    () => 0,
    () => undefined,
  );
  live.add(CALL, false);
  t.deepEqual(await differencesOf(fake.port, live)(), [LEG, CALL]);
  live.add(LEG, true);
  live.remove(CALL);
  t.deepEqual(await differencesOf(fake.port, live)(), []);
});

test('of many channels only the number is asked', async (t) => {
  const fake = createFakeSwitch(() => '\n41 total.\n');
  const live = createLiveCalls(
    () => 0,
    () => undefined,
  );
  for (let index = 0; index < 42; index += 1)
    live.add(CALL.replace(/..$/, String(10 + index)) as typeof CALL, false);
  t.deepEqual(await differencesOf(fake.port, live)(), ['-1 more']);
  t.deepEqual(fake.lines(), ['show channels count']);
});
