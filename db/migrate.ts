import type { Knex } from 'knex';
import pg from 'pg';
import type { Database } from './database.ts';
import { query } from './errors.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

const source: Knex.MigrationSource<Migration> = {
  getMigrations: () => Promise.resolve([...MIGRATIONS]),
  getMigrationName: (migration) => migration.name,
  getMigration: (migration) => Promise.resolve({ up: migration.up, down: migration.down }),
};

const config: Knex.MigratorConfig = { migrationSource: source, tableName: 'schema_migrations' };

/** Any fixed number; all our processes use the same. */
const MIGRATION_LOCK = 7_212_045;

/**
 * Brings the schema up to date and returns the names of the steps applied; safe when several processes start at
 * once. knex's own lock is a row that survives a killed process and then blocks every start, so an advisory lock,
 * which Postgres drops with its connection, goes around it, and a leftover row is cleared under it.
 */
export async function migrate(database: Database): Promise<string[]> {
  const guard = new pg.Client({ connectionString: database.url, connectionTimeoutMillis: 5_000 });
  guard.on('error', () => undefined);
  return query(
    (async () => {
      try {
        await guard.connect();
        await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
        await database.knex.migrate.forceFreeMigrationsLock(config);
        const [, applied] = (await database.knex.migrate.latest(config)) as [number, string[]];
        return applied;
      } finally {
        await guard.end();
      }
    })(),
  );
}

/** Takes the whole schema down again, newest step first; for tests of the steps themselves. */
export async function rollbackAll(database: Database): Promise<void> {
  await query(database.knex.migrate.rollback(config, true));
}
