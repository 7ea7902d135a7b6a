import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PartLog } from '../workers/parts/part-log.ts';
import { startPostgres } from '../workers/parts/postgres.ts';
import { startTemporal } from '../workers/parts/temporal-server.ts';
import { workflowBundle } from '../workers/temporal/bundle.ts';
import { ROOT } from './source-files.ts';

/** What all test files share, as environment variables, and how to end it. */
export interface TestParts {
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Brings up one Temporal server, one Postgres and one workflow bundle for the whole run. What the environment already
 * names (`CALLWRIGHT_TEST_TEMPORAL_ADDRESS`, `CALLWRIGHT_TEST_DATABASE_URL`) is used as it is.
 */
export async function startTestParts(env: NodeJS.ProcessEnv, log: PartLog): Promise<TestParts> {
  const home = mkdtempSync(join(tmpdir(), 'callwright-test-'));
  const [temporal, postgres, bundle] = await Promise.all([
    startTemporal({
      home,
      preferredPort: 0,
      log,
      address: env.CALLWRIGHT_TEST_TEMPORAL_ADDRESS,
      namespace: env.CALLWRIGHT_TEST_TEMPORAL_NAMESPACE,
    }),
    startPostgres({ home, preferredPort: 0, log, databaseUrl: env.CALLWRIGHT_TEST_DATABASE_URL }),
    existsSync(join(ROOT, 'workflows/index.ts')) ? workflowBundle(join(home, 'bundle')) : undefined,
  ]);
  return {
    environment: {
      CALLWRIGHT_TEST_TEMPORAL_ADDRESS: temporal.address,
      CALLWRIGHT_TEST_TEMPORAL_NAMESPACE: temporal.namespace,
      CALLWRIGHT_TEST_DATABASE_URL: postgres.url,
      ...(bundle === undefined ? {} : { CALLWRIGHT_TEST_WORKFLOW_BUNDLE: bundle }),
    },
    stop: async () => {
      await Promise.all([temporal.stop(), postgres.stop()]);
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
