import { Client, Connection } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';
import { callWorkflowId } from '../../contracts/call/names.ts';
import type { CallId } from '../../contracts/ids.ts';

type History = temporal.api.history.v1.IHistory;

/** Reads histories as Temporal keeps them: payloads stay as they are, encrypted. */
export type Histories = {
  of(call: CallId): Promise<History>;
  /** The latest run of any workflow. */
  ofWorkflow(workflowId: string): Promise<History>;
  /** Every run of the call, the first one first: continue-as-new begins another. */
  runsOf(call: CallId): Promise<History[]>;
  /** Ids of all workflows of the namespace, with their states. */
  list(): Promise<{ workflowId: string; runId: string; status: string }[]>;
  stop(): Promise<void>;
};

export function openHistories(place: { address: string; namespace: string }): Histories {
  const connection = Connection.lazy({ address: place.address });
  const client = new Client({ connection, namespace: place.namespace });
  const list: Histories['list'] = async () => {
    const found = [];
    for await (const { workflowId, runId, status } of client.workflow.list()) {
      found.push({ workflowId, runId, status: status.name });
    }
    return found;
  };
  return {
    ofWorkflow: (workflowId) => client.workflow.getHandle(workflowId).fetchHistory(),
    of: (call) => client.workflow.getHandle(callWorkflowId(call)).fetchHistory(),
    async runsOf(call) {
      const runs: History[] = [];
      let run = await firstRun(client, call);
      while (run !== undefined) {
        const history = await client.workflow.getHandle(callWorkflowId(call), run).fetchHistory();
        runs.push(history);
        run =
          history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ??
          undefined;
      }
      return runs;
    },
    list,
    stop: () => connection.close(),
  };
}

/** Every run names the first one of its chain. */
async function firstRun(client: Client, call: CallId): Promise<string | undefined> {
  const last = await client.workflow.getHandle(callWorkflowId(call)).fetchHistory();
  return last.events?.[0]?.workflowExecutionStartedEventAttributes?.firstExecutionRunId ?? undefined;
}
