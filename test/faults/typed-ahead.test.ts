import test from 'ava';
import { simulatorTest, useTestEngine } from '../support/engine.ts';
import { ALL_KEYS, THREE_INPUTS, threeInputs } from '../support/fast-typing.ts';
import { CALLER, hearsNow, isOver, storedCall } from '../support/menu-call.ts';

const engine = useTestEngine(test, { numbers: [{ digits: THREE_INPUTS, draft: threeInputs }] });

/** Keys a second: a speed-dial key, somebody who knows the menu by heart, somebody who does not. */
for (const perSecond of [50, 15, 10]) {
  simulatorTest(test, `${perSecond} keys a second across three inputs: none is lost`, async (t) => {
    t.timeout(120_000);
    for (let round = 0; round < 8; round += 1) {
      const phones = engine().phones();
      const { uuid } = await phones.placeCall(CALLER, THREE_INPUTS);
      await phones.waitFor(uuid, (call) => hearsNow(call, 'ko/bench/menu-1.wav') || isOver(call));
      await phones.press(uuid, ALL_KEYS, { perSecond });
      await phones.waitFor(uuid, isOver);
      const { row, digits, blocks } = await storedCall(engine(), uuid);
      t.deepEqual(row.outcome, { result: 'success', reason: 'informed' }, blocks.join(', '));
      t.deepEqual(digits, ['7', '2468', '***']);
    }
  });
}
