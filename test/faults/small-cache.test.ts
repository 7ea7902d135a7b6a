import test from 'ava';
import { checkMenuCall } from '../support/check-menu-call.ts';
import { simulatorTest, useTestEngine } from '../support/engine.ts';
import { gapsMs, placeMenuCall } from '../support/menu-call.ts';
import { isLongRun } from '../support/seeded.ts';

const engine = useTestEngine(test, { roleEnv: { CALLWRIGHT_MAX_CACHED_WORKFLOWS: '2' } });
const CALLS = isLongRun() ? 40 : 8;

simulatorTest(test, `R17: ${CALLS} calls at once with a cache of two workflows end as always`, async (t) => {
  t.timeout(180_000);
  const calls = await Promise.all(
    Array.from({ length: CALLS }, (_, index) => {
      const keys = ['121', '212', '111', '222'][index % 4] ?? '121';
      return placeMenuCall(engine(), { from: `0700000${5_000 + index}`, keys }).then((call) => ({
        call,
        keys,
      }));
    }),
  );
  for (const { call, keys } of calls) await checkMenuCall(t, engine(), call, keys);
  t.log(`longest wait for a prompt ${Math.max(...calls.flatMap(({ call }) => gapsMs(call)))} ms`);
});
