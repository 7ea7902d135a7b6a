import { randomBytes } from 'node:crypto';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import type { PartLog } from '../../workers/parts/part-log.ts';
import { waitForTemporal } from '../../workers/parts/temporal-probe.ts';
import { startTemporal } from '../../workers/parts/temporal-server.ts';

/** A namespace of its own on the run's Temporal server, or a server of its own. */
export type TestTemporal = {
  readonly address: string;
  readonly namespace: string;
  /** Of an own server; undefined for the run's, which other files use at the same time. */
  pid(): number | undefined;
  stop(): Promise<void>;
};

/** @param own a server that this file may stop and kill */
export async function openTestTemporal(home: string, log: PartLog, own: boolean): Promise<TestTemporal> {
  const shared = process.env.CALLWRIGHT_TEST_TEMPORAL_ADDRESS;
  if (own || shared === undefined || shared === '') {
    const part = await startTemporal({ home, preferredPort: 0, log });
    const { address, namespace } = part;
    return { address, namespace, pid: () => part.pid, stop: () => part.stop() };
  }
  const namespace = `faults-${randomBytes(4).toString('hex')}`;
  const connection = await Connection.connect({ address: shared });
  try {
    const workflowExecutionRetentionPeriod = msToTs('1 day');
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
  } finally {
    await connection.close();
  }
  await waitForTemporal(shared, namespace, AbortSignal.timeout(30_000));
  return { address: shared, namespace, pid: () => undefined, stop: () => Promise.resolve() };
}
