import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { CallHistory, CallHistoryEntry } from '../../api/call/call-history.ts';
import { callWorkflowId } from '../../contracts/call/names.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { Environment } from '../config.ts';
import { historyEntries, payloadReader } from './history-entries.ts';

/** Most runs that are read back: each is up to 3,500 events. */
const MOST_RUNS = 10;
const ANSWER_MS = 5_000;

/** Reads a call's workflow from Temporal, the earlier runs of a long call included. `pageOf` gives Temporal's own page. */
export function createCallHistory(
  client: Client,
  pageOf: (workflowId: string) => string | null = () => null,
): CallHistory {
  const read = payloadReader(client.options.loadedDataConverter.payloadCodecs);
  return async (call) => {
    const workflowId = callWorkflowId(call);
    let entries: CallHistoryEntry[] = [];
    let run: string | undefined;
    for (let runs = 0; runs < MOST_RUNS; runs += 1) {
      const events = await eventsOf(client, workflowId, run);
      if (events === undefined) break;
      entries = [...(await historyEntries(events, read)), ...entries];
      run = events[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '';
      if (run === '') break;
    }
    return entries.length === 0 ? undefined : { entries, page: pageOf(workflowId) };
  };
}

/** Temporal's page of a workflow, when an installation says where its pages are. */
export const workflowPage =
  ({
    TEMPORAL_UI_URL: ui,
    TEMPORAL_NAMESPACE: namespace = 'default',
  }: Pick<Environment, 'TEMPORAL_UI_URL' | 'TEMPORAL_NAMESPACE'>) =>
  (workflowId: string): string | null => {
    if (ui === undefined) return null;
    const path = ['namespaces', namespace, 'workflows', workflowId].map(encodeURIComponent).join('/');
    return `${ui.replace(/\/$/, '')}/${path}`;
  };

async function eventsOf(client: Client, workflowId: string, run: string | undefined) {
  try {
    const handle = client.workflow.getHandle(workflowId, run);
    const history = await client.withDeadline(Date.now() + ANSWER_MS, () => handle.fetchHistory());
    return history.events ?? [];
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw new CallwrightError('temporal/unavailable', 'Temporal does not answer');
  }
}
