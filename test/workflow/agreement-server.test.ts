import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import test from 'ava';
import { CALLS_QUEUE, COMMAND_SIGNAL, callWorkflowId } from '../../contracts/call/names.ts';
import type { CallId } from '../../contracts/ids.ts';
import { createDeliver } from '../../workers/switch/deliver.ts';
import { createRouter } from '../../workers/switch/router.ts';
import { openTestTemporal } from '../support/test-temporal.ts';
import { until } from '../support/until.ts';
import { agreeingInput, type Sample, samplesOf, simulated, toldBy } from './support/agreement.ts';
import { bundlePath } from './support/bundle.ts';
import type { Ground } from './support/simulated-world.ts';
import { createSimulatedWorlds } from './support/simulated-worlds.ts';

const SEED = Number(process.env.FUZZ_SEED ?? 20_260_303);
const CALLS = 20;
/** The world goes so much faster than the clock; only calls in which no deadline rings are the same then. */
const FASTER = 20;
/** In the sandbox all samples are tried, here those of at least so many blocks. */
const BLOCKS = 6;

/** Calls that a real clock can hurry: nothing in them waits for a time of its own. */
function quickSamples(): { sample: Sample; index: number }[] {
  const found: { sample: Sample; index: number }[] = [];
  for (const sample of samplesOf(SEED + 50_000)) {
    const index = 1_000 + found.length;
    const { waited, blocks } = simulated(sample, { ...agreeingInput(index), at: Date.now() });
    // Texts start workflows on a queue that nobody serves here.
    const isPlain = !blocks.some((block) => /sendMessage|waitUntil/.test(String(block)));
    if (!waited && isPlain && blocks.length >= BLOCKS) found.push({ sample, index });
    if (found.length === CALLS) return found;
  }
  return found;
}

test.before(() => {
  const logging = { filter: 'ERROR' as const, forward: {} };
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined), telemetryOptions: { logging } });
});

test(`simulation and durable run agree block by block on ${CALLS} random scenarios on a real Temporal server`, async (t) => {
  t.timeout(300_000);
  const home = mkdtempSync(join(tmpdir(), 'callwright-agreement-'));
  t.teardown(() => rmSync(home, { recursive: true, force: true }));
  const quiet = { info: () => undefined, warn: () => undefined };
  const temporal = await openTestTemporal(home, quiet, false);
  t.teardown(() => temporal.stop());
  const connection = await Connection.connect({ address: temporal.address });
  t.teardown(() => connection.close());
  const client = new Client({ connection, namespace: temporal.namespace });
  const router = createRouter({
    deliver: createDeliver(client, () => undefined),
    onSending: () => ({ done: () => undefined }),
    onDelivered: () => undefined,
    onNoWorkflow: () => undefined,
  });
  t.teardown(router.close);
  let commands = 0;
  const ground: Ground = {
    now: Date.now,
    schedule: (ms, run) => void setTimeout(run, ms / FASTER),
    push: (call, event) => router.push(call, event),
    command(call: CallId) {
      commands += 1;
      const told = { id: `${commands}`, command: 'handler' };
      client.workflow
        .getHandle(callWorkflowId(call))
        .signal(COMMAND_SIGNAL, told)
        .catch(() => undefined);
    },
  };
  const worlds = createSimulatedWorlds();
  const nativeConnection = await NativeConnection.connect({ address: temporal.address });
  const worker = await Worker.create({
    connection: nativeConnection,
    namespace: temporal.namespace,
    taskQueue: CALLS_QUEUE,
    workflowBundle: { codePath: await bundlePath() },
    activities: worlds.activities,
  });
  const working = worker.run();
  try {
    const running = quickSamples().map(({ sample, index }) => {
      const input = agreeingInput(index);
      const world = worlds.add({ input, scenario: sample.scenario, around: sample.around(), ground });
      return { sample, input, world };
    });
    t.is(running.length, CALLS);
    for (const { input } of running) {
      const arrival = {
        type: 'arrived' as const,
        id: `arrival-${input.call}`,
        at: Date.now(),
        adopted: false,
      };
      router.push(input.call, arrival, input);
    }
    await until(
      () => running.every(({ world }) => world.records.some(({ end }) => end !== undefined)),
      'all calls have ended',
      240_000,
    );
    for (const { sample, input, world } of running) {
      const { waited: _waited, ...expected } = simulated(sample, { ...input, at: Date.now() });
      const steps = world.records.flatMap((record) => record.steps);
      t.deepEqual(toldBy(steps, world.records.at(-1)?.end?.outcome), expected, `seed ${SEED}, ${input.call}`);
    }
  } finally {
    worker.shutdown();
    await working;
    await nativeConnection.close();
  }
});
