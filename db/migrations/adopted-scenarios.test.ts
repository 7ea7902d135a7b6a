import test from 'ava';
import { DEMO_TENANT } from '../repositories/tenants.ts';
import { digits, hashOf, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { MIGRATIONS } from './index.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });

test('an installation that published before has a scenario for each name, and its own numbers follow', async (t) => {
  const { knex } = db().database;
  const newer = MIGRATIONS.filter(({ name }) => name >= '0022');
  for (const { down } of newer.toReversed()) await down(knex);
  const version = (letter: string, name: string, number: number) => ({
    ...{ hash: hashOf(letter), tenant: DEMO_TENANT, name, version: number, parts: '{}' },
    document: JSON.stringify({ name, of: letter }),
  });
  await knex('scenario_versions').insert([
    ...[version('a', 'main', 1), version('b', 'main', 2), version('c', 'pin', 1)],
  ]);
  const number = (last: string, letter: string | null, editedAt: Date | null) => ({
    ...{ digits: digits(`1500000${last}`), tenant: DEMO_TENANT, fallback_prompt: 'x' },
    ...{ scenario_hash: letter === null ? null : hashOf(letter), edited_at: editedAt },
  });
  const edited = new Date();
  await knex('numbers').insert([
    number('1', 'b', null),
    number('2', 'b', edited),
    number('3', 'a', null),
    number('4', 'c', null),
    number('5', null, null),
  ]);
  for (const { up } of newer) await up(knex);
  const { scenarios, scenarioVersions, numbers } = db().repositories;
  const [main, pin] = await scenarios.list(system);
  t.like(main, { name: 'main', changed: false, live: { hash: hashOf('b'), version: 2 } });
  t.like(pin, { name: 'pin', changed: false, live: { hash: hashOf('c') } });
  t.is((await scenarioVersions.ofScenario(system, main?.id ?? '')).length, 2);
  const follows = (await numbers.list(system)).map((row) => [
    ...[row.digits.slice(-1), row.follows?.name ?? null, row.scenario?.hash ?? null],
  ]);
  t.deepEqual(follows, [
    ['1', 'main', hashOf('b')],
    ['2', null, hashOf('b')],
    ['3', null, hashOf('a')],
    ['4', 'pin', hashOf('c')],
    ['5', null, null],
  ]);
});
