import { randomUUID } from 'node:crypto';
import test from 'ava';
import { LIMITS } from '../../contracts/scenario/draft-limits.ts';
import { newTenantId, system } from '../testing/samples.ts';
import { draftOf, personOf } from '../testing/scenario-samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import type { ScenarioTestDraftRow } from './scenario-tests.ts';
import { DEMO_TENANT } from './tenants.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  prepare: async ({ tenants }) => {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
  },
});
const stranger = personOf(other, randomUUID());

const draft = (name: string): ScenarioTestDraftRow => ({
  name,
  given: {
    at: '2026-09-22T10:00:00+09:00',
    caller: '07012345678',
    called: '15880000',
    seed: 1,
    inputs: ['1', 'noInput'],
    http: [],
  },
  expect: { prompts: ['안녕하십니까'], outcome: { result: 'success', reason: 'completed' } },
});
const newScenario = async (): Promise<string> =>
  (await db().repositories.scenarios.create(system, DEMO_TENANT, draftOf(randomUUID()))).id;

test('a test comes back as it was written, and belongs to its scenario alone', async (t) => {
  const { scenarioTests } = db().repositories;
  const [mine, another] = [await newScenario(), await newScenario()];
  const made = await scenarioTests.create(system, mine, draft('b'));
  t.like(made, draft('b'));
  await scenarioTests.create(system, mine, draft('a'));
  t.deepEqual(
    (await scenarioTests.list(system, mine)).map(({ name }) => name),
    ['a', 'b'],
  );
  const id = made?.id ?? '';
  t.is(await scenarioTests.change(system, another, id, draft('c')), undefined);
  t.false(await scenarioTests.remove(system, another, id));
  t.like(await scenarioTests.change(system, mine, id, draft('c')), { id, name: 'c' });
  t.true(await scenarioTests.remove(system, mine, id));
  t.is((await scenarioTests.list(system, mine)).length, 1);
  const actions = await db().database.knex('audit_log').where('subject', mine).orderBy('id').pluck('action');
  t.deepEqual(actions.slice(1), [
    ...['scenario-test.create', 'scenario-test.create', 'scenario-test.change', 'scenario-test.remove'],
  ]);
});

test('another company neither sees nor changes a test', async (t) => {
  const { scenarioTests } = db().repositories;
  const scenario = await newScenario();
  const made = await scenarioTests.create(system, scenario, draft('a'));
  const id = made?.id ?? '';
  t.deepEqual(await scenarioTests.list(stranger, scenario), []);
  t.is(await scenarioTests.create(stranger, scenario, draft('b')), undefined);
  t.is(await scenarioTests.change(stranger, scenario, id, draft('b')), undefined);
  t.false(await scenarioTests.remove(stranger, scenario, id));
  t.like((await scenarioTests.list(system, scenario))[0], draft('a'));
});

test('names of tests are unique in a scenario, and there are not too many', async (t) => {
  const { scenarioTests } = db().repositories;
  const scenario = await newScenario();
  const [first] = await Promise.allSettled([
    ...[1, 2].map(() => scenarioTests.create(system, scenario, draft('a'))),
  ]);
  t.is((await scenarioTests.list(system, scenario)).length, 1, first?.status);
  const second = await scenarioTests.create(system, scenario, draft('b'));
  const taken = { code: 'request/conflict' };
  await t.throwsAsync(scenarioTests.change(system, scenario, second?.id ?? '', draft('a')), taken);
  await t.notThrowsAsync(
    scenarioTests.change(system, scenario, second?.id ?? '', draft('b')),
    'its own name',
  );
  const rows = Array.from({ length: LIMITS.tests - 2 }, (_, at) => ({
    ...{ id: randomUUID(), scenario, name: `t${at}`, given: '{}', expect: '{}' },
  }));
  await db().database.knex.batchInsert('scenario_tests', rows);
  await t.throwsAsync(scenarioTests.create(system, scenario, draft('c')), { message: /at most/ });
});
