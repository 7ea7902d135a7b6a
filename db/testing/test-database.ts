import { createHash, randomBytes } from 'node:crypto';
import type { TestFn } from 'ava';
import pg from 'pg';
import { createDatabase, type Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import { MIGRATIONS } from '../migrations/index.ts';
import { createRepositories, type Repositories } from '../repositories/index.ts';
import { sharedServerUrl } from './shared-server.ts';

export type TestDatabase = {
  url: string;
  database: Database;
  repositories: Repositories;
  /** Closes the pool, drops the database, and returns how many connections somebody else had left open. */
  drop(): Promise<number>;
};

/**
 * A database of its own with the current schema: cloned from a template that the first caller of a run migrates, which
 * takes some 30 ms instead of some 300.
 */
export async function createTestDatabase(options: { poolMax?: number } = {}): Promise<TestDatabase> {
  const server = await sharedServerUrl();
  const name = `callwright_test_${randomBytes(6).toString('hex')}`;
  await withAdmin(server, async (admin) => {
    // Cloning fails while anybody is connected to the template, so making and cloning it go one after another.
    await admin.query('select pg_advisory_lock(7212046)');
    const template = await ensureTemplate(server, admin);
    await admin.query(`create database ${name} template ${template}`);
  });
  const url = databaseUrl(server, name);
  const database = createDatabase({ url, poolMax: options.poolMax ?? 4, applicationName: 'callwright-test' });
  return {
    url,
    database,
    repositories: createRepositories(database),
    async drop() {
      await database.close();
      return withAdmin(server, async (admin) => {
        const left = await leftOpen(admin, name);
        await admin.query(`drop database ${name} with (force)`);
        return left;
      });
    },
  };
}

/**
 * Gives a test file one database, made before its first test and dropped after its last; a file that leaves a
 * connection open fails. Use the returned function inside tests.
 */
export function useTestDatabase(
  test: TestFn,
  options: {
    poolMax?: number;
    /** Rows that all tests of the file start from. (AVA runs `before` hooks at the same time.) */
    prepare?: (repositories: Repositories) => Promise<unknown>;
  } = {},
): () => TestDatabase {
  let made: TestDatabase | undefined;
  test.before('a database is there', async () => {
    made = await createTestDatabase(options);
    await options.prepare?.(made.repositories);
  });
  test.after.always('no connection is left open', async (t) => {
    if (made) t.is(await made.drop(), 0, 'connections that nobody closed');
  });
  return () => {
    if (made === undefined) throw new Error('the database is there only while tests run');
    return made;
  };
}

async function ensureTemplate(server: string, admin: pg.Client): Promise<string> {
  const steps = createHash('sha256').update(MIGRATIONS.map((step) => step.name + step.up).join());
  const template = `callwright_template_${steps.digest('hex').slice(0, 12)}`;
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [template]);
  if (rowCount === 1) return template;
  // What a killed run left half made.
  await admin.query(`drop database if exists ${template}_new with (force)`);
  await admin.query(`create database ${template}_new`);
  const database = createDatabase({ url: databaseUrl(server, `${template}_new`), poolMax: 2 });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
  // Under its final name only when whole: a run that was killed halfway leaves nothing that looks ready.
  await admin.query(`alter database ${template}_new rename to ${template}`);
  return template;
}

async function leftOpen(admin: pg.Client, name: string): Promise<number> {
  // A backend needs a moment to notice that its client has gone.
  for (let tries = 0; ; tries++) {
    const sessions = await admin.query<{ count: string }>(
      "select count(*) from pg_stat_activity where datname = $1 and backend_type = 'client backend'",
      [name],
    );
    const count = Number(sessions.rows[0]?.count);
    if (count === 0 || tries === 20) return count;
    await admin.query('select pg_sleep(0.05)');
  }
}

async function withAdmin<T>(url: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
