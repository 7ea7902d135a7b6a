import test, { type ExecutionContext } from 'ava';
import { systemActor } from '../../contracts/api/actor.ts';
import { CallId } from '../../contracts/ids.ts';
import type { CallView } from '../../freeswitch/simulator/control/index.ts';
import { DEMO_NUMBERS } from '../../workers/setup/demo-numbers.ts';
import { COLLEAGUE, CONNECT_LINE, connectScenario } from '../support/connect-line.ts';
import { simulatorTest, useTestEngine } from '../support/engine.ts';
import { CALLER, isOver, storedCall } from '../support/menu-call.ts';
import { isLongRun } from '../support/seeded.ts';
import { until } from '../support/until.ts';

const engine = useTestEngine(test, {
  numbers: [...DEMO_NUMBERS, { digits: CONNECT_LINE, draft: connectScenario }],
});
const ROUNDS = isLongRun() ? 20 : 1;

/** Calls the connecting line; returns the caller's call and how often the colleague's phone was rung for it. */
async function connectCall(): Promise<{ call: CallView; invites: number }> {
  const phones = engine().phones();
  const count = async (): Promise<number> => (await phones.stats()).invites[COLLEAGUE] ?? 0;
  const before = await count();
  const { uuid } = await phones.placeCall(CALLER, CONNECT_LINE);
  const call = await phones.waitFor(uuid, isOver);
  return { call, invites: (await count()) - before };
}

async function checkAttempts(t: ExecutionContext, call: CallView, cause: RegExp): Promise<void> {
  const { dialAttempts } = engine().database.repositories;
  const ended = () => dialAttempts.ofCall(systemActor('api'), CallId.parse(call.uuid));
  const attempts = await until(async () => {
    const all = await ended();
    return all.every(({ state }) => state === 'ended') && all;
  }, 'the ledger is settled');
  t.is(attempts.length, 1);
  t.regex(attempts[0]?.cause ?? '', cause);
}

simulatorTest(test, 'a call is connected: one attempt, one INVITE', async (t) => {
  t.timeout(60_000);
  await engine().phones().setPhone(COLLEAGUE, { kind: 'answer', afterMs: 300, hangUpAfterMs: 800 }, true);
  const { call, invites } = await connectCall();
  t.is(invites, 1);
  t.true(call.heard.some(({ kind }) => kind === 'bridge'));
  await checkAttempts(t, call, /NORMAL_CLEARING/);
  t.deepEqual((await storedCall(engine(), call.uuid)).row.outcome, {
    result: 'success',
    reason: 'connected',
  });
});

for (const kill of [undefined, 'flow-worker'] as const) {
  const what = kill === undefined ? '' : `, and the ${kill} is killed`;
  simulatorTest(test, `R2: the reply to an originate is lost${what}: one INVITE`, async (t) => {
    t.timeout(60_000 * ROUNDS);
    // Long enough for a worker that has to come back: what is asked here is how often he is rung, not how soon.
    // A worker killed in each round comes back after up to 5 s.
    const hangUpAfterMs = kill === undefined ? 1_500 : isLongRun() ? 15_000 : 8_000;
    await engine().phones().setPhone(COLLEAGUE, { kind: 'answer', afterMs: 300, hangUpAfterMs }, true);
    for (let round = 0; round < ROUNDS; round += 1) {
      const swallowed = engine().wires.esl.swallowReply(/bgapi originate /, 'cut');
      let lost = false;
      void swallowed.then(() => {
        lost = true;
      });
      const killing = swallowed.then(() => (kill === undefined ? undefined : engine().kill(kill)));
      const { call, invites } = await connectCall();
      t.true(lost, 'the reply to the originate was lost');
      await killing;
      t.is(invites, 1);
      await checkAttempts(t, call, /NORMAL_CLEARING/);
      const { row } = await storedCall(engine(), call.uuid);
      t.deepEqual(row.outcome, { result: 'success', reason: 'connected' });
    }
  });
}
