import test from 'ava';
import { createCountWatch } from './count-watch.ts';

function setUp() {
  const state = { inSwitch: 0 as number | undefined, live: 0, looks: 0, found: 0 };
  const look = createCountWatch({
    count: async () => state.inSwitch,
    live: () => state.live,
    lookCloser: async () => {
      state.looks += 1;
      state.live += state.found;
      state.found = 0;
    },
  });
  return { state, look };
}

test('a difference that stays is looked into, one that passes is not', async (t) => {
  const { state, look } = setUp();
  state.inSwitch = 3;
  state.live = 2;
  await look();
  state.live = 3;
  await look();
  t.is(state.looks, 0);
  state.inSwitch = 4;
  state.found = 1;
  await look();
  await look();
  t.is(state.looks, 1);
});

test('channels of others are looked into once', async (t) => {
  const { state, look } = setUp();
  state.inSwitch = 5;
  state.live = 2;
  for (let round = 0; round < 6; round += 1) await look();
  t.is(state.looks, 1);
  state.inSwitch = 6;
  await look();
  await look();
  t.is(state.looks, 2);
});

test('one call more and then another is no difference that stays', async (t) => {
  const { state, look } = setUp();
  state.inSwitch = 1;
  await look();
  state.inSwitch = 2;
  await look();
  t.is(state.looks, 0);
});

test('a switch that does not say changes nothing', async (t) => {
  const { state, look } = setUp();
  state.inSwitch = 1;
  await look();
  state.inSwitch = undefined;
  await look();
  t.is(state.looks, 0);
});
