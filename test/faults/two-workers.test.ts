import test from 'ava';
import { THREE_MENUS } from '../../workers/setup/demo-numbers.ts';
import { checkMenuCall } from '../support/check-menu-call.ts';
import { type Killable, simulatorTest, useTestEngine } from '../support/engine.ts';
import { gapsMs, hearsNow, isOver, MENUS, placeMenuCall, storedCall } from '../support/menu-call.ts';

const engine = useTestEngine(test, { flowWorkers: 2 });
const MENU_2 = 1;
const workers: Killable[] = ['flow-worker', 'flow-worker-2'];

simulatorTest(test, 'R1: with a second worker a killed one costs less than a restart', async (t) => {
  t.timeout(120_000);
  let killing: Promise<unknown> | undefined;
  const calls = await Promise.all(
    ['121', '212', '111', '222'].map((keys, index) =>
      placeMenuCall(engine(), {
        from: `0700000${6_000 + index}`,
        keys,
        onMenu: (menu) => {
          if (menu === MENU_2) killing ??= engine().kill(workers[0] ?? 'flow-worker');
        },
      }).then((call) => ({ call, keys })),
    ),
  );
  await killing;
  for (const { call, keys } of calls) await checkMenuCall(t, engine(), call, keys);
  const worst = Math.max(...calls.flatMap(({ call }) => gapsMs(call)));
  t.log(`longest wait for a prompt ${worst} ms (requirement: 5 s with a second worker)`);
});

simulatorTest(test, 'a caller who hangs up while both workers are killed has hung up, once', async (t) => {
  t.timeout(120_000);
  const phones = engine().phones();
  const { uuid } = await phones.placeCall('07000006100', THREE_MENUS);
  await phones.waitFor(uuid, (call) => hearsNow(call, MENUS[0]));
  const killing = Promise.all(workers.map((worker) => engine().kill(worker)));
  await phones.hangUp(uuid);
  await killing;
  await phones.waitFor(uuid, isOver);
  const { row, digits } = await storedCall(engine(), uuid);
  t.deepEqual(row.outcome, { result: 'client', reason: 'caller-hung-up' });
  t.deepEqual(digits, []);
});
