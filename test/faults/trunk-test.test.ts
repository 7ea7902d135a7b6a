import test, { type ExecutionContext } from 'ava';
import type { SystemView } from '../../contracts/api/system.ts';
import { TestCallView, type TrunkChange, TrunkListView, type TrunkView } from '../../contracts/api/trunks.ts';
import { createAskApi } from '../support/ask-api.ts';
import { simulatorTest, useTestEngine } from '../support/engine.ts';
import { heardPrompts } from '../support/menu-call.ts';
import { until } from '../support/until.ts';

const engine = useTestEngine(test);
/** A domestic number of nobody. */
const CALLEE = '0200001234';

const ask = createAskApi(engine);

async function trunk(): Promise<TrunkView> {
  const { trunks } = TrunkListView.parse(await ask('GET', '/trunks'));
  const [first] = trunks;
  if (first === undefined) throw new Error('no trunk was set up');
  return first;
}

async function setTrunk(change: Partial<TrunkChange>): Promise<void> {
  const { updatedAt } = await trunk();
  await ask('PATCH', '/trunks/trunk', { ...change, updatedAt });
}

/** Places a test call; returns what became of it and how often the phone was rung. */
async function place(): Promise<{ view: TestCallView; invites: number }> {
  const invites = async (): Promise<number> => (await engine().phones().stats()).invites[CALLEE] ?? 0;
  const before = await invites();
  const { id } = await ask<{ id: string }>('POST', '/trunks/trunk/test-call', { to: CALLEE });
  const view = await until(async () => {
    const now = TestCallView.parse(await ask('GET', `/trunks/test-calls/${id}`));
    return now.state === 'ended' && now;
  }, 'the test call is over');
  return { view, invites: (await invites()) - before };
}

const notDialled = async (
  t: ExecutionContext,
  change: Partial<TrunkChange>,
  cause: string,
): Promise<void> => {
  await setTrunk(change);
  const { view, invites } = await place();
  t.is(view.cause, cause);
  t.is(invites, 0);
};

simulatorTest(test, 'who answers a test call hears the prompt, once, and is hung up', async (t) => {
  t.timeout(60_000);
  await engine().phones().setPhone(CALLEE, { kind: 'answer', afterMs: 300 }, true);
  const { view, invites } = await place();
  t.is(invites, 1);
  t.like(view, { state: 'ended', cause: 'NORMAL_CLEARING' });
  t.truthy(view.ringingAt);
  t.truthy(view.answeredAt);
  const calls = await engine().phones().listCalls();
  const heard = calls.filter((call) => heardPrompts(call).length > 0).map(heardPrompts);
  t.deepEqual(heard.at(-1), ['ko/main/greeting.wav']);
  t.is((await trunk()).calls, 0, 'its place on the trunk is free again');
});

simulatorTest(test, 'a busy phone is told as busy', async (t) => {
  await engine().phones().setPhone(CALLEE, { kind: 'busy' }, true);
  const { view } = await place();
  t.like(view, { cause: 'USER_BUSY', answeredAt: null, causeWords: { en: 'The number is busy.' } });
});

simulatorTest(test, 'a full or disabled trunk lets nobody out, from the next dial on', async (t) => {
  t.timeout(60_000);
  await notDialled(t, { maxCalls: 0 }, 'NORMAL_CIRCUIT_CONGESTION');
  await notDialled(t, { maxCalls: 10, enabled: false }, 'GATEWAY_DOWN');
  await setTrunk({ enabled: true });
});

simulatorTest(test, 'a killed flow worker rings nobody twice', async (t) => {
  t.timeout(60_000);
  await engine().database.database.knex('trunk_tests').delete();
  await engine().phones().setPhone(CALLEE, { kind: 'answer', afterMs: 2_500 }, true);
  const placing = place();
  await until(async () => ((await engine().phones().stats()).invites[CALLEE] ?? 0) > 0, 'it rings');
  await engine().kill('flow-worker');
  const { view, invites } = await placing;
  t.is(invites, 1);
  t.is(view.cause, 'NORMAL_CLEARING');
});

simulatorTest(test, 'the system page knows every part', async (t) => {
  const { parts } = await until(async () => {
    const system = await ask<SystemView>('GET', '/system');
    return system.parts.every(({ state }) => state === 'ok' || state === 'off') && system;
  }, 'all parts are well');
  t.deepEqual(
    parts.map(({ part }) => part),
    [
      'temporal',
      'postgres',
      'switch:simulator',
      'flow-worker:flow-worker',
      'media-worker:media-worker',
      'switch-worker:switch-worker',
      'storage',
      'messages',
      'texts',
    ],
  );
  for (const part of ['temporal', 'postgres', 'switch:simulator', 'flow-worker:flow-worker'])
    t.truthy(parts.find((one) => one.part === part)?.version, part);
});
