import knexModule, { type Knex } from 'knex';
import { describeDatabaseError } from './errors.ts';

export type DatabaseOptions = {
  /** `postgres://user:password@host:port/database` */
  url: string;
  /** Shown in `pg_stat_activity`; the role's name. */
  applicationName?: string;
  /** Connections of this process. Four roles × 8 stay far below Postgres' default of 100. */
  poolMax?: number;
  /** How long a caller waits for a free connection, ms. */
  acquireTimeoutMs?: number;
  /** How long Postgres may work on one statement, ms. */
  statementTimeoutMs?: number;
};

export type Database = {
  readonly knex: Knex;
  readonly url: string;
  /** Asks Postgres for one row. Never rejects: the sentence says what is wrong. */
  healthy(): Promise<{ ok: true } | { ok: false; error: string }>;
  /** Waits for borrowed connections and closes all; a second call does nothing. */
  close(): Promise<void>;
};

const silent = (): void => undefined;
const SILENT: Knex.Logger = { warn: silent, error: silent, debug: silent, deprecate: silent };

/**
 * Opens a pool on Postgres; connects lazily, so a start while Postgres is still coming up does not fail.
 *
 * Reasons of the settings: `min: 0` lets a pool forget connections that died while Postgres restarted, so that it
 * recovers with the first query; a short acquire time-out makes an exhausted pool an error that the caller can
 * answer (R10) instead of a queue of held-up turns; `query_timeout` is the client's own clock for a half-open TCP
 * connection, on which a server-side statement time-out never arrives.
 */
export function createDatabase(options: DatabaseOptions): Database {
  const statementTimeout = options.statementTimeoutMs ?? 5_000;
  const knex = knexModule({
    client: 'pg',
    connection: {
      connectionString: options.url,
      application_name: options.applicationName ?? 'callwright',
      statement_timeout: statementTimeout,
      query_timeout: statementTimeout + 1_000,
      idle_in_transaction_session_timeout: 10_000,
      connectionTimeoutMillis: 2_000,
      keepAlive: true,
    } as Knex.PgConnectionConfig,
    pool: { min: 0, max: options.poolMax ?? 8, idleTimeoutMillis: 30_000 },
    acquireConnectionTimeout: options.acquireTimeoutMs ?? 2_500,
    // Bindings hold phone numbers; an error message must not carry them into a log.
    compileSqlOnError: false,
    // knex would print each lost connection on the console; whoever ran the query is told by its error.
    log: SILENT,
  });
  let closing: Promise<void> | undefined;
  return {
    knex,
    url: options.url,
    async healthy() {
      try {
        await knex.raw('select 1');
        return { ok: true };
      } catch (error) {
        return { ok: false, error: describeDatabaseError(error) };
      }
    },
    close() {
      closing ??= knex.destroy();
      return closing;
    },
  };
}
