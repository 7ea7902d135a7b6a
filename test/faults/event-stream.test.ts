import { randomUUID } from 'node:crypto';
import test from 'ava';
import { checkMenuCall } from '../support/check-menu-call.ts';
import { simulatorTest, useTestEngine } from '../support/engine.ts';
import { gapsMs, placeMenuCall } from '../support/menu-call.ts';
import { metric } from '../support/metrics.ts';
import { createSeeded, isLongRun, seedsOfRun } from '../support/seeded.ts';
import { eventConnections } from '../support/tcp-proxy.ts';
import { until } from '../support/until.ts';

const engine = useTestEngine(test);
const CALLS = isLongRun() ? 200 : 30;
const AT_ONCE = 6;
const STALE = isLongRun() ? 1_000 : 200;

simulatorTest(test, 'R7: events of unknown and of closed calls are counted and start nothing', async (t) => {
  t.timeout(120_000);
  const { esl } = engine().wires;
  const call = await placeMenuCall(engine());
  await checkMenuCall(t, engine(), call);
  const before = (await engine().histories.list()).length;
  const dropped = (): Promise<number> =>
    metric(engine(), 'callwright_events_dropped_total{reason="no-workflow"}');
  const droppedBefore = await dropped();
  const stale = [call.uuid, ...Array.from({ length: STALE - 1 }, () => randomUUID())];
  const { coreUuid } = await engine().phones().stats();
  const frames = stale.map((uuid, index) => staleCompletion(coreUuid, uuid, index));
  t.is(esl.inject(frames.join(''), eventConnections), 1);
  await until(async () => (await dropped()) >= droppedBefore + STALE, 'all stale events are counted');
  t.is((await engine().histories.list()).length, before);
  await checkMenuCall(t, engine(), await placeMenuCall(engine()));
});

/** A key pressed in a call that is over, or never was: a frame as the switch writes it. */
function staleCompletion(core: string, uuid: string, index: number): string {
  const body = JSON.stringify({
    'Event-Name': 'CHANNEL_EXECUTE_COMPLETE',
    'Core-UUID': core,
    'Event-Sequence': String(900_000 + index),
    'Event-Date-Timestamp': String(Date.now() * 1_000),
    'Unique-ID': uuid,
    Application: 'play_and_get_digits',
    'Application-UUID': 'v1',
    variable_cw_route: 'inbound',
    variable_cw_verb: '1',
    variable_cw_d1: '1',
    variable_read_result: 'success',
  });
  return `Content-Length: ${Buffer.byteLength(body)}\nContent-Type: text/event-json\n\n${body}`;
}

for (const seed of seedsOfRun(1)) {
  const title = `R6: ${CALLS} calls with events dropped 2 %, doubled 10 %, shuffled within 5 end as clean ones (seed ${seed})`;
  simulatorTest(test, title, async (t) => {
    t.timeout(CALLS * 15_000);
    const seeded = createSeeded(seed);
    const phones = engine().phones();
    await phones.setFaults({ drop: 0.02, duplicate: 0.1, shuffle: 5, seed });
    let worst = 0;
    for (let from = 0; from < CALLS; from += AT_ONCE) {
      const batch = Array.from({ length: Math.min(AT_ONCE, CALLS - from) }, (_, index) => {
        const keys = [1, 2, 3].map(() => seeded.pick(['1', '2'])).join('');
        const listens = [1, 2, 3].map(() => seeded.between(50, 600));
        return {
          from: `0700000${3_000 + from + index}`,
          keys,
          listensMs: (menu: number) => listens[menu] ?? 50,
        };
      });
      const calls = await Promise.all(
        batch.map(async (plan) => ({ plan, call: await placeMenuCall(engine(), plan) })),
      );
      for (const { plan, call } of calls) {
        await checkMenuCall(t, engine(), call, plan.keys);
        worst = Math.max(worst, ...gapsMs(call));
      }
    }
    await phones.setFaults({});
    const { faults } = await phones.stats();
    t.true(faults.dropped > 0 && faults.duplicated > 0 && faults.moved > 0);
    t.log(`${JSON.stringify(faults)}; longest wait for a prompt ${worst} ms`);
  });
}
