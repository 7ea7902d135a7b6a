import { randomUUID } from 'node:crypto';
import test from 'ava';
import { sampleCall, system } from '../testing/samples.ts';
import { draftOf, publishedOf } from '../testing/scenario-samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { type BlockFigures, type BlockTally, figuresOf } from './block-tally.ts';
import { createScenarioDays } from './scenario-days.ts';
import { DEMO_TENANT } from './tenants.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });
const DAY_MS = 86_400_000;
const MIDNIGHT = Date.UTC(2026, 8, 1);

async function newScenario(): Promise<{ id: string; call(arrivedAt: number): Promise<void> }> {
  const { scenarios, calls, callSteps } = db().repositories;
  const { id, document } = await scenarios.create(system, DEMO_TENANT, draftOf(randomUUID()));
  const hash = (await scenarios.publish(system, id, publishedOf(1, document)))?.live?.hash;
  return {
    id,
    async call(arrivedAt) {
      const row = sampleCall({ arrivedAt, ...(hash === undefined ? {} : { scenario: hash }) });
      await calls.starting(system, row);
      const step = { seq: 1, block: 'main/menu', blockType: 'menu', enteredAt: arrivedAt + 3_500_000 };
      await callSteps.upsertMany(system, row.call, [step]);
    },
  };
}

test('a period is tallied day by day, each call in the day in which it came', async (t) => {
  const scenario = await newScenario();
  const arrivals = [0, DAY_MS - 1, DAY_MS, 3 * DAY_MS - 1, 3 * DAY_MS];
  for (const at of arrivals) await scenario.call(MIDNIGHT + at);
  const days = createScenarioDays(db().database.knex);
  const tallied = async (from: number, to: number): Promise<number[]> => {
    const asked = { scenario: scenario.id, tenant: DEMO_TENANT };
    const tallies = await days(asked, { from: MIDNIGHT + from, to: MIDNIGHT + to });
    for (const { calls, blocks } of tallies) t.is(blocks[0]?.entered ?? 0, calls);
    return tallies.map(({ calls }) => calls);
  };
  t.deepEqual(await tallied(0, 3 * DAY_MS), [2, 1, 1]);
  t.deepEqual(await tallied(1, 3 * DAY_MS + 1), [1, 1, 1, 1]);
  t.deepEqual(await tallied(5, 5), []);
});

test('a day that is over is remembered for ten minutes, one that runs is not', async (t) => {
  const scenario = await newScenario();
  let at = MIDNIGHT + 2 * DAY_MS;
  const days = createScenarioDays(db().database.knex, () => at);
  const counted = async (): Promise<number[]> => {
    const period = { from: MIDNIGHT, to: MIDNIGHT + 3 * DAY_MS };
    const tallies = await days({ scenario: scenario.id, tenant: null }, period);
    return tallies.map(({ calls }) => calls);
  };
  t.deepEqual(await counted(), [0, 0, 0]);
  for (const day of [0, 1, 2]) await scenario.call(MIDNIGHT + day * DAY_MS);
  t.deepEqual(await counted(), [0, 1, 1], 'steps of yesterday may still be written at midnight');
  at += 10 * 60_000;
  t.deepEqual(await counted(), [1, 1, 1]);
});

test('figures are the sum of their tallies; the median is the shortest stay that half did not exceed', (t) => {
  const tally = {
    place: 'main/b',
    entered: 2,
    dropped: 1,
    outcomes: { done: 1 },
    stays: { 100: 1, 12000: 1 },
  };
  const more: BlockTally = { ...tally, outcomes: { constructor: 1 }, stays: { 900: 1 } };
  const never: BlockTally = { ...tally, place: 'main/a', outcomes: {}, stays: {} };
  const figures: BlockFigures[] = [
    { place: 'main/a', entered: 2, dropped: 1, medianMs: null, outcomes: {} },
    { place: 'main/b', entered: 4, dropped: 2, medianMs: 900, outcomes: { done: 1, constructor: 1 } },
  ];
  t.deepEqual(figuresOf([tally, more, never]), figures);
});
