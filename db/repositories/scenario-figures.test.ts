import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { CallId } from '../../contracts/ids.ts';
import { newTenantId, sampleCall, system } from '../testing/samples.ts';
import { draftOf, personOf, publishedOf } from '../testing/scenario-samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { DEMO_TENANT } from './tenants.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  prepare: async ({ tenants }) => {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
  },
});
const AT = 1_790_000_000_000;
const DAY = { from: AT, to: AT + 86_400_000 };

type Visit = [block: string, ms: number | null, outcome?: string | undefined, type?: string];
const story = (visits: readonly Visit[]): StepRecord[] =>
  visits.map(([block, ms, outcome, blockType = 'menu'], at) => ({
    ...{ seq: at + 1, block, blockType, enteredAt: AT },
    ...(ms === null ? {} : { leftAt: AT + ms }),
    ...(outcome === undefined ? {} : { outcome }),
  }));

async function newScenario() {
  const { scenarios } = db().repositories;
  const { id, document } = await scenarios.create(system, DEMO_TENANT, draftOf(randomUUID()));
  const first = await scenarios.publish(system, id, publishedOf(1, document));
  const second = await scenarios.publish(system, id, publishedOf(1, document));
  const versions = [first, second].flatMap((row) => (row?.live ? [row.live.hash] : []));
  return { id, versions };
}
type Scenario = Awaited<ReturnType<typeof newScenario>>;

async function call(
  { versions }: Scenario,
  visits: readonly Visit[],
  end: { outcome?: [string, string]; arrivedAt?: number; version?: number } = {},
): Promise<CallId> {
  const { calls, callSteps } = db().repositories;
  const scenario = versions[end.version ?? 1];
  const row = sampleCall({ arrivedAt: end.arrivedAt ?? AT, ...(scenario === undefined ? {} : { scenario }) });
  await calls.starting(system, row);
  await callSteps.upsertMany(system, row.call, story(visits));
  const [result, reason] = end.outcome ?? [];
  await db()
    .database.knex('calls')
    .where('call', row.call)
    .update(
      result === undefined
        ? { state: 'active' }
        : { state: 'ended', result, reason, ended_at: new Date(AT + 60_000) },
    );
  return row.call;
}

test('each block has its callers, those that it lost, its median time and its outcomes', async (t) => {
  const { scenarioFigures } = db().repositories;
  const scenario = await newScenario();
  const done = { outcome: ['success', 'completed'] as [string, string] };
  const left = { outcome: ['client', 'caller-hung-up'] as [string, string] };
  await call(
    scenario,
    [
      ['main/menu', 1_000, '1'],
      ['main/bye', 10, 'hungUp', 'hangup'],
    ],
    done,
  );
  await call(
    scenario,
    [
      ['main/menu', 3_000, '2'],
      ['main/menu', 9_000, 'hungUp'],
    ],
    { ...left, version: 0 },
  );
  await call(
    scenario,
    [
      ['engine/adopted', 0, 'done', 'engine'],
      ['main/menu', 9_000, 'hungUp'],
    ],
    {
      outcome: ['server', 'media-lost'],
    },
  );
  await call(scenario, [['main/menu', 1, 'x']], { ...done, arrivedAt: DAY.to });
  await call(scenario, [['main/menu', 1, 'x']], { ...done, arrivedAt: DAY.from - 1 });
  await call(await newScenario(), [['main/menu', 1, 'x']], done);
  const figures = await scenarioFigures.period(system, scenario.id, DAY);
  t.is(figures.calls, 3);
  const menu = figures.blocks.find(({ place }) => place === 'main/menu');
  t.deepEqual(menu, {
    ...{ place: 'main/menu', entered: 4, dropped: 1, medianMs: 3_000 },
    outcomes: { '1': 1, '2': 1, hungUp: 2 },
  });
  t.false(figures.blocks.some(({ place }) => place.startsWith('engine/')));
});

test('a caller who hangs up in a sub-scenario is lost by its block, and not by who called it', async (t) => {
  const { scenarioFigures } = db().repositories;
  const scenario = await newScenario();
  await call(
    scenario,
    [
      ['main/pay', 5_000, 'hungUp', 'subScenario'],
      ['pay/ask', 4_000, 'hungUp', 'collect'],
      ['main/after', 0, 'true', 'condition'],
    ],
    { outcome: ['client', 'caller-hung-up'] },
  );
  await call(scenario, [['main/talk', 90_000, 'hungUp', 'connect']], { outcome: ['success', 'connected'] });
  const { blocks } = await scenarioFigures.period(system, scenario.id, DAY);
  const dropped = Object.fromEntries(blocks.map(({ place, dropped }) => [place, dropped]));
  t.deepEqual(dropped, { 'main/after': 0, 'main/pay': 0, 'main/talk': 0, 'pay/ask': 1 });
});

test('what comes after going over to another scenario is not of this one', async (t) => {
  const { scenarioFigures } = db().repositories;
  const scenario = await newScenario();
  const over: Visit[] = [
    ['main/missing', 1, 'missing', 'toScenario'],
    ['main/over', 1, 'found', 'toScenario'],
    ['main/theirs', null],
  ];
  await call(scenario, over);
  const { blocks } = await scenarioFigures.period(system, scenario.id, DAY);
  t.deepEqual(
    blocks.map(({ place }) => place),
    ['main/missing', 'main/over'],
  );
  t.deepEqual(await scenarioFigures.occupancy(system, scenario.id), { calls: 0, blocks: [] });
});

test('callers who are in a block now are counted in their innermost one', async (t) => {
  const { scenarioFigures } = db().repositories;
  const scenario = await newScenario();
  await call(scenario, [
    ['main/pay', null, undefined, 'subScenario'],
    ['pay/ask', null],
  ]);
  await call(
    scenario,
    [
      ['main/menu', 5, '1'],
      ['pay/ask', null],
    ],
    { version: 0 },
  );
  await call(scenario, [['main/menu', null]]);
  await call(scenario, [['main/menu', null]], { outcome: ['indeterminate', 'unknown'] });
  await call(await newScenario(), [['main/menu', null]]);
  t.deepEqual(await scenarioFigures.occupancy(system, scenario.id), {
    calls: 3,
    blocks: [
      { place: 'main/menu', calls: 1 },
      { place: 'pay/ask', calls: 2 },
    ],
  });
});

test('another company gets no figures', async (t) => {
  const { scenarioFigures } = db().repositories;
  const scenario = await newScenario();
  await call(scenario, [['main/menu', null]]);
  const stranger = personOf(other, randomUUID());
  t.deepEqual(await scenarioFigures.period(stranger, scenario.id, DAY), { calls: 0, blocks: [] });
  t.deepEqual(await scenarioFigures.occupancy(stranger, scenario.id), { calls: 0, blocks: [] });
});
