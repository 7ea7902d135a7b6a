import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import test from 'ava';
import type { AcceptRequest } from '../../activities/message/types.ts';
import { BOOKINGS_QUEUE, MESSAGE_NEWS_SIGNAL, messageWorkflowId } from '../../contracts/message/names.ts';
import { openTestTemporal } from '../support/test-temporal.ts';

const quiet = { info: () => undefined, warn: () => undefined };
const nothing = (): void => undefined;
const logger = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
const OTHER_QUEUE = 'calls';
const MESSAGE = '3c1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d';

// Its own words would stand between those of the tests.
Runtime.install({ logger: new DefaultLogger('ERROR') });

test('one call of a function sends, from any queue, once for a key; the message outlives its sender', async (t) => {
  t.timeout(120_000);
  const home = mkdtempSync(join(tmpdir(), 'callwright-sending-'));
  const temporal = await openTestTemporal(home, quiet, false);
  const { address, namespace } = temporal;
  const workflowsPath = fileURLToPath(new URL('./support/sending.ts', import.meta.url));
  const workflowBundle = await bundleWorkflowCode({ workflowsPath, logger });
  const connection = await NativeConnection.connect({ address });
  const accepted: AcceptRequest[] = [];
  const acceptMessage = async (request: AcceptRequest) => {
    accepted.push(request);
    return { id: MESSAGE };
  };
  const shared = { connection, namespace, workflowBundle };
  const workers = await Promise.all([
    Worker.create({ ...shared, taskQueue: OTHER_QUEUE }),
    Worker.create({ ...shared, taskQueue: BOOKINGS_QUEUE, activities: { acceptMessage } }),
  ]);
  const running = Promise.all(workers.map((worker) => worker.run()));
  const client = new Client({ connection: await Connection.connect({ address }), namespace });
  try {
    const sender = { taskQueue: OTHER_QUEUE, workflowId: 'sender', args: ['the tenant'] };
    t.deepEqual(await client.workflow.execute('sending', sender), [MESSAGE, MESSAGE]);
    t.like(accepted[0], { tenant: 'the tenant', origin: 'workflow', originRef: 'sender' });
    const handle = client.workflow.getHandle(messageWorkflowId(MESSAGE));
    t.like(await handle.describe(), { status: { name: 'RUNNING' }, taskQueue: BOOKINGS_QUEUE });
    await handle.signal(MESSAGE_NEWS_SIGNAL);
    t.is(await handle.result(), MESSAGE, 'it was told which message it is');
  } finally {
    for (const worker of workers) worker.shutdown();
    await running;
    await client.connection.close();
    await connection.close();
    await temporal.stop();
    rmSync(home, { recursive: true, force: true });
  }
});
