import { setTimeout as pause } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { checkMenuCall } from '../support/check-menu-call.ts';
import { type Killable, simulatorTest, type TestEngine, useTestEngine } from '../support/engine.ts';
import { gapsMs, placeMenuCall } from '../support/menu-call.ts';
import { createSeeded, isLongRun, type Seeded, seedsOfRun } from '../support/seeded.ts';

const engine = useTestEngine(test);
const seeds = seedsOfRun(isLongRun() ? 3 : 1);
const CALLS = isLongRun() ? 20 : 2;
/** The standard call with callers who take their time: a kill anywhere in it. */
const CALL_MS = 5_000;

for (const role of ['flow-worker', 'switch-worker', 'api'] as const) {
  for (const seed of seeds) {
    simulatorTest(test, `R1: kill -9 of the ${role} costs no call, no digit (seed ${seed})`, async (t) => {
      t.timeout(180_000);
      await killDuringCalls(t, engine(), role, createSeeded(seed));
    });
  }
}

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
  const killAt = seeded.between(0, CALL_MS);
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
