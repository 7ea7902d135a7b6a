import { setTimeout as pause } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { THREE_MENUS } from '../../workers/setup/demo-numbers.ts';
import { checkMenuCall, checkOneOutcome } from '../support/check-menu-call.ts';
import { type Killable, simulatorTest, type TestEngine, useTestEngine } from '../support/engine.ts';
import { gapsMs, hearsNow, MENUS, placeMenuCall, storedCall } from '../support/menu-call.ts';
import { createSeeded, isLongRun, type Seeded, seedsOfRun } from '../support/seeded.ts';

const engine = useTestEngine(test);
const seeds = seedsOfRun(isLongRun() ? 3 : 1);
const CALLS = isLongRun() ? 20 : 2;
/** Callers who take their time: within these, a kill is in the middle of their calls. */
const KILL_FROM_MS = 500;
const KILL_TO_MS = 3_000;

for (const role of ['flow-worker', 'switch-worker', 'api'] as const) {
  for (const seed of seeds) {
    simulatorTest(test, `R1: kill -9 of the ${role} costs no call, no digit (seed ${seed})`, async (t) => {
      t.timeout(180_000);
      await killDuringCalls(t, engine(), role, createSeeded(seed));
    });
  }
}

simulatorTest(test, 'R1: callers who arrive while no switch worker listens are taken', async (t) => {
  t.timeout(120_000);
  const killing = engine().kill('switch-worker');
  const calls = await Promise.all(
    [0, 400, 800].map((ms) =>
      pause(ms).then(() => placeMenuCall(engine(), { from: `0700000${2_000 + ms}` })),
    ),
  );
  await killing;
  for (const call of calls) await checkMenuCall(t, engine(), call);
});

for (const role of ['switch-worker', 'flow-worker'] as const) {
  simulatorTest(test, `R20: the ${role} stands still for 5 s in mid-call: the call goes on`, async (t) => {
    t.timeout(120_000);
    const pid = engine().pid(role);
    let resumed: Promise<unknown> | undefined;
    const call = await placeMenuCall(engine(), {
      onMenu: (index) => {
        if (index !== 1) return;
        process.kill(pid, 'SIGSTOP');
        resumed = pause(5_000).then(() => process.kill(pid, 'SIGCONT'));
      },
    });
    await resumed;
    await checkMenuCall(t, engine(), call);
    t.is(engine().pid(role), pid, 'nobody took it for dead');
    t.log(`longest wait for a prompt ${Math.max(...gapsMs(call))} ms`);
  });
}

simulatorTest(test, 'R5: kill -9 of the switch ends its calls as server/media-lost', async (t) => {
  t.timeout(120_000);
  const phones = engine().phones();
  const placed = await Promise.all(
    ['1', '2', '3'].map((digit) => phones.placeCall(`0700000400${digit}`, THREE_MENUS)),
  );
  for (const { uuid } of placed) await phones.waitFor(uuid, (call) => hearsNow(call, MENUS[0]));
  const killedAt = performance.now();
  await engine().kill('simulator');
  for (const { uuid } of placed) {
    const { row } = await storedCall(engine(), uuid);
    t.deepEqual(row.outcome, { result: 'server', reason: 'media-lost' });
    await checkOneOutcome(t, engine(), uuid);
  }
  t.log(`all said so after ${Math.round(performance.now() - killedAt)} ms (requirement: 30 s)`);
  await checkMenuCall(t, engine(), await placeMenuCall(engine()));
});

async function killDuringCalls(
  t: ExecutionContext,
  under: TestEngine,
  role: Killable,
  seeded: Seeded,
): Promise<void> {
  const calls = Array.from({ length: CALLS }, (_, index) => {
    const listens = [1, 2, 3].map(() => seeded.between(100, 1_500));
    const plan = { from: `0700000${1_000 + index}`, listensMs: (menu: number) => listens[menu] ?? 100 };
    return { startAt: seeded.between(0, 1_000), plan };
  });
  const killAt = seeded.between(KILL_FROM_MS, KILL_TO_MS);
  const killing = pause(killAt).then(() => under.kill(role));
  const heard = await Promise.all(
    calls.map(({ startAt, plan }) => pause(startAt).then(() => placeMenuCall(under, plan))),
  );
  await killing;
  for (const call of heard) await checkMenuCall(t, under, call);
  const worst = Math.max(...heard.flatMap(gapsMs));
  t.log(
    `killed after ${killAt} ms; longest wait for a prompt ${worst} ms (requirement: 15 s with a restart)`,
  );
}
