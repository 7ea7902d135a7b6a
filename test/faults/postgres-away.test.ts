import test from 'ava';
import { checkMenuCall } from '../support/check-menu-call.ts';
import { simulatorTest, useTestEngine } from '../support/engine.ts';
import { gapsMs, placeMenuCall } from '../support/menu-call.ts';
import { until } from '../support/until.ts';

const engine = useTestEngine(test);
const MENU_1 = 0;

async function health(): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${engine().port}/readyz`);
  return answer.status;
}

simulatorTest(
  test,
  'R10: Postgres goes away in mid-call: the call goes on, the record follows',
  async (t) => {
    t.timeout(120_000);
    const { postgres } = engine().wires;
    const call = await placeMenuCall(engine(), {
      onMenu: (index) => {
        if (index === MENU_1) postgres.refuse();
      },
    });
    t.is(await health(), 503);
    postgres.restore();
    await checkMenuCall(t, engine(), call);
    t.log(`longest wait for a prompt ${Math.max(...gapsMs(call))} ms`);
    await until(async () => (await health()) === 200, 'the api is ready again');
  },
);

simulatorTest(test, 'R10: a call that comes and ends without Postgres is recorded afterwards', async (t) => {
  t.timeout(120_000);
  const { postgres } = engine().wires;
  postgres.refuse();
  const call = await placeMenuCall(engine());
  postgres.restore();
  await checkMenuCall(t, engine(), call);
  t.log(`longest wait for a prompt ${Math.max(...gapsMs(call))} ms`);
});
