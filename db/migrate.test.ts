import test from 'ava';
import { createDatabase } from './database.ts';
import { migrate, rollbackAll } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { createTestDatabase } from './testing/test-database.ts';

test('steps go down and up again, and a second run applies nothing', async (t) => {
  const { database, drop } = await createTestDatabase();
  t.deepEqual(await migrate(database), []);
  await rollbackAll(database);
  const applied = await migrate(database);
  t.is(applied.length, MIGRATIONS.length);
  t.deepEqual(applied, applied.toSorted());
  t.is(await drop(), 0);
});

test('processes that start at once apply each step once', async (t) => {
  const { url, database, drop } = await createTestDatabase();
  await rollbackAll(database);
  const others = [1, 2, 3].map(() => createDatabase({ url, poolMax: 2 }));
  const applied = await Promise.all(others.map((other) => migrate(other)));
  t.is(applied.flat().length, MIGRATIONS.length);
  await Promise.all(others.map((other) => other.close()));
  t.is(await drop(), 0);
});

test('the lock row that a killed migration left behind does not block the next start', async (t) => {
  const { database, drop } = await createTestDatabase();
  await database.knex('schema_migrations_lock').update({ is_locked: 1 });
  await rollbackAllIgnoringLock(database);
  t.is((await migrate(database)).length, MIGRATIONS.length);
  t.is(await drop(), 0);
});

async function rollbackAllIgnoringLock(database: Parameters<typeof migrate>[0]): Promise<void> {
  await database.knex('schema_migrations_lock').update({ is_locked: 0 });
  await rollbackAll(database);
  await database.knex('schema_migrations_lock').update({ is_locked: 1 });
}
