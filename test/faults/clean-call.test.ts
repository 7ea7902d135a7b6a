import test from 'ava';
import { checkMenuCall } from '../support/check-menu-call.ts';
import { simulatorTest, useTestEngine } from '../support/engine.ts';
import { heardPrompts, MENUS, placeMenuCall } from '../support/menu-call.ts';

const engine = useTestEngine(test);

simulatorTest(
  test,
  'a call through three menus is heard once, recorded once, and ends with one outcome',
  async (t) => {
    t.timeout(60_000);
    const call = await placeMenuCall(engine());
    const { blocks } = await checkMenuCall(t, engine(), call);
    t.deepEqual(heardPrompts(call), [...MENUS, 'ko/bench/goodbye.wav']);
    t.is(blocks.length, 6);
  },
);
