import { hkdfSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from '@temporalio/worker';
import { createDataConverter } from '../../workers/temporal/data-converter.ts';
import { TEST_PAYLOAD_KEY } from '../support/payload-key.ts';
import { bundlePath } from '../workflow/support/bundle.ts';
import { type History, parseHistory } from './record.ts';

export const HISTORIES = fileURLToPath(new URL('./histories/', import.meta.url));

/** Names of the committed histories; see `make-histories.ts`. */
export function historyNames(): string[] {
  try {
    return readdirSync(HISTORIES).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

export const readHistory = (name: string): History =>
  parseHistory(readFileSync(`${HISTORIES}${name}`, 'utf8'));

/** Runs today's workflows over a history; rejects when they would do anything else than what it says. */
export async function replay(history: History): Promise<void> {
  const [id = '', secret = ''] = TEST_PAYLOAD_KEY.split(':');
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'callwright payload codec', 32));
  const workflowId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.workflowId;
  await Worker.runReplayHistory(
    {
      workflowBundle: { codePath: await bundlePath() },
      dataConverter: createDataConverter([{ id, key }]),
    },
    history,
    workflowId ?? '',
  );
}
