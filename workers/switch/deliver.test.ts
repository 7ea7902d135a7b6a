import {
  type Client,
  type WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import test from 'ava';
import { CALL, NODE } from '../../activities/testing/fake-switch.ts';
import type { CallEvent } from '../../contracts/call/event.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import { type Batch, createDeliver } from './deliver.ts';

const ID = `call/${CALL}`;
const EVENTS: CallEvent[] = ['core:8', 'core:5'].map((id) => ({
  type: 'played',
  id,
  at: 1,
  verb: 1,
  result: 'completed',
}));
const BATCH: Batch = { call: CALL, events: EVENTS };
const START = { call: CALL, node: NODE } as unknown as CallInput;

type Sent = {
  workflowId: string;
  updateId: string;
  args: unknown;
  start?: WithStartWorkflowOperation<never>;
};

/** A client of which each answer is given: an error that it throws, or undefined. */
function createClient(answers: unknown[]): { client: Client; sent: Sent[] } {
  const sent: Sent[] = [];
  const answer = async (one: Sent): Promise<unknown> => {
    sent.push(one);
    const error = answers.shift();
    if (error !== undefined) throw error;
    return { accepted: 2 };
  };
  const client = {
    withDeadline: (_at: number, run: () => unknown) => run(),
    workflow: {
      getHandle: (workflowId: string) => ({
        executeUpdate: (_name: string, options: Omit<Sent, 'workflowId'>) =>
          answer({ workflowId, ...options }),
      }),
      executeUpdateWithStart: (
        _name: string,
        {
          startWorkflowOperation: start,
          ...options
        }: Sent & { startWorkflowOperation: NonNullable<Sent['start']> },
      ) => answer({ ...options, workflowId: start.options.workflowId, start }),
    },
  };
  return { client: client as unknown as Client, sent };
}

const grpc = (code: number): Error => Object.assign(new Error('rpc'), { code, details: '', metadata: {} });
const never = new AbortController().signal;
/** Notes how long it would have waited. */
const patience = (): { pauses: number[]; pause: (ms: number) => Promise<void> } => {
  const pauses: number[] = [];
  return { pauses, pause: async (ms) => void pauses.push(ms) };
};

test('a batch is one Update, named after its first event', async (t) => {
  const { client, sent } = createClient([]);
  t.is(await createDeliver(client, () => undefined)(BATCH, never), 'delivered');
  t.deepEqual(sent, [{ workflowId: ID, updateId: 'core:8', args: [EVENTS] }]);
});

test('until it is acknowledged the same Update id is sent again, ever more slowly', async (t) => {
  const errors = [4, 14, 8, 4, 14, 8, 14].map(grpc);
  const { client, sent } = createClient([...errors]);
  const { pauses, pause } = patience();
  const retried: unknown[] = [];
  const deliver = createDeliver(client, (error) => void retried.push(error), pause);
  t.is(await deliver(BATCH, never), 'delivered');
  t.deepEqual([...new Set(sent.map(({ updateId }) => updateId))], ['core:8']);
  t.deepEqual(pauses, [50, 100, 200, 400, 800, 1_000, 1_000]);
  t.deepEqual(retried, errors);
});

test('a workflow that was never started or is over takes nothing any more', async (t) => {
  const over = [
    new WorkflowNotFoundError('gone', ID, undefined),
    new WorkflowExecutionAlreadyStartedError('over', ID, 'call'),
    grpc(5),
  ];
  for (const error of over) {
    const { client, sent } = createClient([error]);
    t.is(await createDeliver(client, () => undefined)(BATCH, never), 'no-workflow');
    t.is(sent.length, 1);
  }
});

test('an Update that the workflow refused is not sent again', async (t) => {
  const { client, sent } = createClient([new WorkflowUpdateFailedError('refused', undefined as never)]);
  t.is(await createDeliver(client, () => undefined)(BATCH, never), 'delivered');
  t.is(sent.length, 1);
});

test('an arrival starts the workflow, once in its life', async (t) => {
  const { client, sent } = createClient([]);
  await createDeliver(client, () => undefined)({ ...BATCH, start: START }, never);
  t.like(sent[0]?.start?.options, {
    workflowId: ID,
    taskQueue: 'calls',
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    workflowTaskTimeout: '2 s',
  });
  t.deepEqual(sent[0]?.start?.options.args, [START]);
});

test('a repeated arrival is a new request with the same id', async (t) => {
  const { client, sent } = createClient([grpc(14)]);
  await createDeliver(client, () => undefined, patience().pause)({ ...BATCH, start: START }, never);
  t.is(sent.length, 2);
  t.not(sent[0]?.start, sent[1]?.start, 'the client lets an operation be used once');
  t.is(sent[0]?.updateId, sent[1]?.updateId);
});

test('a switch worker that ends does not go on sending', async (t) => {
  const stop = new AbortController();
  const { client, sent } = createClient(Array.from({ length: 5 }, () => grpc(14)));
  const deliver = createDeliver(client, () => stop.abort());
  await t.throwsAsync(deliver(BATCH, stop.signal), { name: 'AbortError' });
  t.is(sent.length, 1);
});
