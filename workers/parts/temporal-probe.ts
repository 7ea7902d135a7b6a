import { setTimeout as delay } from 'node:timers/promises';
import { Connection } from '@temporalio/client';

const EACH_MS = 1_000;
const PAUSE_MS = 100;

/**
 * Waits until a Temporal server answers at `address` and knows `namespace`. Rejects with the last error when `signal`
 * aborts.
 */
export async function waitForTemporal(
  address: string,
  namespace: string,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    try {
      return await probeTemporal(address, namespace);
    } catch (error) {
      if (signal.aborted) throw error;
      await delay(PAUSE_MS);
    }
  }
}

/** One attempt of at most a second: connects, asks for the namespace, closes. */
export async function probeTemporal(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: EACH_MS });
  try {
    const describe = (): Promise<unknown> => connection.workflowService.describeNamespace({ namespace });
    await connection.withDeadline(Date.now() + EACH_MS, describe);
  } finally {
    await connection.close();
  }
}
