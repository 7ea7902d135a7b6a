import test from 'ava';
import fc from 'fast-check';
import { CALL, LEG } from '../../activities/testing/fake-switch.ts';
import type { CallEvent } from '../../contracts/call/event.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import type { CallId } from '../../contracts/ids.ts';
import type { Batch, Delivered } from './deliver.ts';
import { createRouter, type Router } from './router.ts';

const event = (id: string): CallEvent => ({ type: 'played', id, at: 1, verb: 1, result: 'completed' });
const START = { call: CALL } as unknown as CallInput;
const ids = (batch: Batch | undefined): string[] => batch?.events.map(({ id }) => id) ?? [];
const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

type Sent = Batch & { settle(result?: Delivered): void; fail(): void };

/** A router whose deliveries the test ends. */
function createManual(): {
  router: Router;
  sent: Sent[];
  watched: string[];
  done: string[];
  told: string[];
} {
  const sent: Sent[] = [];
  const watched: string[] = [];
  const done: string[] = [];
  const told: string[] = [];
  const router = createRouter({
    deliver: (batch) =>
      new Promise((resolve, reject) => {
        sent.push({
          ...batch,
          settle: (result = 'delivered') => resolve(result),
          fail: () => reject(new Error('closed')),
        });
      }),
    onSending: (_call, events) => {
      const name = events.map(({ id }) => id).join();
      watched.push(name);
      return { done: () => void done.push(name) };
    },
    onDelivered: (_call, events) => void told.push(`delivered ${events.map(({ id }) => id).join()}`),
    onNoWorkflow: (_call, events) => void told.push(`nobody ${events.map(({ id }) => id).join()}`),
  });
  return { router, sent, watched, done, told };
}

test('one delivery of a channel is under way; what comes meanwhile goes together in the next', async (t) => {
  const { router, sent } = createManual();
  for (const id of ['a', 'b', 'c']) router.push(CALL, event(id));
  t.deepEqual(sent.map(ids), [['a']]);
  sent[0]?.settle();
  await tick();
  t.deepEqual(sent.map(ids), [['a'], ['b', 'c']]);
  t.is(router.pending(), 1);
  sent[1]?.settle();
  await tick();
  t.is(router.pending(), 0);
});

test('channels do not wait for each other', (t) => {
  const { router, sent } = createManual();
  router.push(CALL, event('a'));
  router.push(LEG, event('b'));
  t.deepEqual(sent.map(ids), [['a'], ['b']]);
  t.is(router.pending(), 2);
});

test('the watch over a batch ends with it, whatever came of it', async (t) => {
  const { router, sent, done, told } = createManual();
  router.push(CALL, event('a'));
  router.push(LEG, event('b'));
  sent[0]?.settle('no-workflow');
  sent[1]?.fail();
  await tick();
  t.deepEqual(done, ['a', 'b']);
  t.deepEqual(told, ['nobody a']);
});

test('an event that waits behind a slow batch is watched from when it came', async (t) => {
  const { router, sent, done, watched } = createManual();
  router.push(CALL, event('slow'));
  router.push(CALL, event('key'));
  t.deepEqual(watched, ['slow', 'key']);
  sent[0]?.settle();
  await tick();
  t.deepEqual(done, ['slow']);
  sent[1]?.settle();
  await tick();
  t.deepEqual(done, ['slow', 'key']);
});

test('only the batch that holds the arrival may start a workflow', async (t) => {
  const { router, sent } = createManual();
  router.push(CALL, event('arrived'), START);
  router.push(CALL, event('later'));
  sent[0]?.settle();
  await tick();
  t.deepEqual(
    sent.map(({ start }) => start !== undefined),
    [true, false],
  );
});

test('an adoption that comes while another batch is under way keeps its start', async (t) => {
  const { router, sent } = createManual();
  router.push(CALL, event('idle'));
  router.push(CALL, event('adopt'), START);
  sent[0]?.settle('no-workflow');
  await tick();
  t.is(sent[1]?.start, START);
});

const actions = fc.array(
  fc.record({ call: fc.constantFrom<CallId>(CALL, LEG), settle: fc.boolean(), inTick: fc.boolean() }),
  { minLength: 1, maxLength: 40 },
);

test('nothing is lost, doubled or overtaken, also when it comes as a delivery ends', async (t) => {
  await fc.assert(
    fc.asyncProperty(actions, async (steps) => {
      const underWay = new Map<CallId, () => void>();
      const delivered = new Map<CallId, string[]>();
      const router = createRouter({
        deliver: (batch) =>
          new Promise((resolve, reject) => {
            if (underWay.has(batch.call)) reject(new Error('two deliveries of one channel'));
            underWay.set(batch.call, () => {
              underWay.delete(batch.call);
              delivered.set(batch.call, [...(delivered.get(batch.call) ?? []), ...ids(batch)]);
              resolve('delivered');
            });
          }),
        onSending: () => ({ done: () => undefined }),
        onDelivered: () => undefined,
        onNoWorkflow: () => undefined,
      });
      const pushed = new Map<CallId, string[]>();
      for (const [index, { call, settle, inTick }] of steps.entries()) {
        if (settle) underWay.get(call)?.();
        // As the delivery's promise settles, in any microtask of it.
        for (let microtask = 0; microtask < index % 6; microtask += 1) await Promise.resolve();
        pushed.set(call, [...(pushed.get(call) ?? []), `e${index}`]);
        router.push(call, event(`e${index}`));
        if (inTick) await tick();
      }
      // The last delivery may have ended a microtask ago, with the next one not yet begun.
      await tick();
      while (underWay.size > 0) {
        for (const finish of [...underWay.values()]) finish();
        await tick();
      }
      for (const call of [CALL, LEG]) t.deepEqual(delivered.get(call), pushed.get(call));
      t.is(router.pending(), 0);
    }),
    { numRuns: 200 },
  );
});
