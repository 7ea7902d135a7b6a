import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const EACH_MS = 2_000;
const PAUSE_MS = 50;

/** Runs one statement on a connection of its own and returns the rows. Rejects when the server does not answer. */
export async function queryOnce(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly unknown[]> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: EACH_MS,
    query_timeout: 10_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(text, [...values])).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Waits until the server at `url` answers a query. Rejects with the last error when `signal` aborts. */
export async function waitForPostgres(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      await queryOnce(url, 'select 1');
      return;
    } catch (error) {
      if (signal.aborted) throw error;
      await delay(PAUSE_MS);
    }
  }
}

/** Makes the database `name` on the server that `url` leads to, unless it is there. */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  const found = await queryOnce(url, 'select 1 from pg_database where datname = $1', [name]);
  if (found.length === 0) await queryOnce(url, `create database ${pg.escapeIdentifier(name)}`);
}
