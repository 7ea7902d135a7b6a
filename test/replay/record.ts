import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Client } from '@temporalio/client';
import protobuf from '@temporalio/proto';

const { History: HistoryMessage } = protobuf.temporal.api.history.v1;
export type History = protobuf.temporal.api.history.v1.IHistory;

/** Fetches the history of a workflow's latest run and writes it as JSON, payloads encrypted as they are. */
export async function recordHistory(client: Client, workflowId: string, file: string): Promise<void> {
  await writeHistory(await client.workflow.getHandle(workflowId).fetchHistory(), file);
}

/** Writes a history for `replay.test.ts`, without the names of the machine on which it came to be. */
export async function writeHistory(history: History, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const plain = HistoryMessage.toObject(HistoryMessage.fromObject(history), AS_TEXT);
  await writeFile(file, `${JSON.stringify(JSON.parse(JSON.stringify(plain), nameless), null, 1)}\n`);
}

/**
 * Reads what {@link writeHistory} wrote. Not the JSON of Temporal's own tools: the SDK's converter for that fails when
 * npm installs protobufjs more than once.
 */
export const parseHistory = (text: string): History => HistoryMessage.fromObject(JSON.parse(text));

const AS_TEXT = { enums: String, longs: String, bytes: String };

/** Workers are `<pid>@<host>`, and so begin the names of their own task queues. */
function nameless(key: string, value: unknown): unknown {
  if (key.toLowerCase().endsWith('identity')) return 'worker';
  return key === 'name' && typeof value === 'string' && /^[0-9]+@/.test(value) ? 'worker-queue' : value;
}
