import { Worker } from '@temporalio/worker';
import { createSwitchActivities } from '../../activities/call/call-activities.ts';
import { createStepSink } from '../../activities/call/step-sink.ts';
import { createLegActivities } from '../../activities/leg/leg-activities.ts';
import { withFailures } from '../../activities/shared/failures.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import { switchQueue } from '../../contracts/call/names.ts';
import { listen } from '../../db/listen.ts';
import { NUMBERS_CHANGED } from '../../db/repositories/numbers.ts';
import { followSupervisor } from '../parts/follow-supervisor.ts';
import { promptRecordingActivities } from '../prompt/recording-activities.ts';
import { createDeliver } from '../switch/deliver.ts';
import { type SwitchNode, watchNode } from '../switch/node.ts';
import { createNumbers, type Numbers } from '../switch/numbers.ts';
import { connectWorker } from '../temporal/connect.ts';
import { createDialLedger } from './call-records.ts';
import { createCallTable } from './call-table.ts';
import { serveDirectory } from './directory.ts';
import { loadNumbers } from './load-numbers.ts';
import { createOwnNumbers } from './own-numbers.ts';
import { createRuntime, openCommandLines, type Runtime, reportHealth, temporalClient } from './runtime.ts';
import { createSwitchMetrics } from './switch-metrics.ts';
import { installTemporalRuntime } from './temporal-runtime.ts';
import { createTrunkGate } from './trunk-gate.ts';
import { trunkTestActivities } from './trunk-tests.ts';
import { watchTrunks } from './watch-trunks.ts';

const REFRESH_NUMBERS_MS = 60_000;

/** Watches every node: events to workflows, the second try of verbs, callers who wait for a slow engine. */
export async function runSwitchWorker(env: NodeJS.ProcessEnv): Promise<void> {
  const runtime = createRuntime('switch-worker', env);
  const { log, tables, health } = runtime;
  installTemporalRuntime(log);
  const lines = openCommandLines(runtime);
  const actor = systemActor('switch-worker');
  const numbers = createNumbers(() => loadNumbers(tables, actor));
  const refresh = (): Promise<void> =>
    numbers.refresh().catch((error: unknown) => log.warn({ err: error }, 'numbers were not refreshed'));
  await refresh();
  const listener = listen({ url: runtime.database.url, channel: NUMBERS_CHANGED, onChange: refresh });
  const timer = setInterval(() => void refresh(), REFRESH_NUMBERS_MS);
  const nodes = watchNodes(runtime, lines, numbers);
  const trunks = watchTrunks(runtime, lines.ports);
  const directory = await serveDirectory(runtime);
  const worker = startWorkers(runtime, lines);
  const healthReports = reportHealth(runtime, 'switch-worker');
  health.report('numbers', numbers.size() > 0, 'no number leads anywhere yet');
  const { ready } = followSupervisor(async () => {
    clearInterval(timer);
    trunks.stop();
    await healthReports.close();
    for (const node of nodes) node.close();
    await worker.stop();
    await listener.close();
    await directory.close();
    lines.close();
    await runtime.database.close();
  });
  ready();
  log.info({ nodes: nodes.length }, 'switch worker is ready');
}

function watchNodes(
  runtime: Runtime,
  lines: ReturnType<typeof openCommandLines>,
  numbers: Numbers,
): SwitchNode[] {
  const { log, health, tables } = runtime;
  const metrics = createSwitchMetrics(runtime);
  const deliver = createDeliver(temporalClient(runtime), (error) => {
    metrics.retry();
    health.report('temporal', false, error instanceof Error ? error.message : 'unknown');
    log.debug({ err: error }, 'an update is sent again');
  });
  return lines.ports.flatMap((port) => {
    const address = runtime.nodes.find(({ node }) => node === port.node);
    if (address === undefined) return [];
    const node = watchNode({
      port,
      endpoint: {
        host: address.host,
        port: address.port,
        password: address.password,
        name: address.node,
        log: (level, message, fields) => log[level](fields ?? {}, message),
      },
      metronomeMs: runtime.environment.CALLWRIGHT_METRONOME_MS,
      continueAfterEvents: runtime.environment.CALLWRIGHT_CONTINUE_AFTER_EVENTS,
      numbers,
      deliver,
      calls: createCallTable(tables),
      onTurn: (seconds) => {
        metrics.turn(seconds);
        health.report('temporal', true);
      },
      onDropped: metrics.dropped,
      onError: (what, error) => log.warn({ err: error }, what),
      onReport: (report) => {
        if (report.adopted + report.ended + report.lost > 0)
          log.warn({ node: port.node, ...report }, 'reconciled');
      },
      onState: (state, reason) => {
        if (state !== 'connecting') health.report(`events:${port.node}`, state === 'up', reason);
      },
    });
    metrics.follow(port.node, node);
    return [node];
  });
}

/** Started apart: a switch worker takes calls, and plays the fallback, while Temporal is still away. */
function startWorkers(
  runtime: Runtime,
  lines: ReturnType<typeof openCommandLines>,
): { stop(): Promise<void> } {
  const { log, tables } = runtime;
  const workers: Worker[] = [];
  const sink = createStepSink({ write: () => Promise.resolve() });
  const activities = withFailures({
    ...createSwitchActivities({ switches: lines.switches, sink }),
    ...createLegActivities(
      lines.switches,
      createDialLedger(tables),
      createTrunkGate(tables),
      createOwnNumbers(tables),
    ),
    ...trunkTestActivities(lines.switches, tables),
    ...promptRecordingActivities(lines.switches, tables),
  });
  const start = async (): Promise<void> => {
    const connection = await connectWorker(runtime.temporal, (error) =>
      log.warn({ err: error }, 'waiting for the Temporal server'),
    );
    for (const { node } of lines.ports) {
      const worker = await Worker.create({
        connection,
        namespace: runtime.temporal.namespace,
        taskQueue: switchQueue(node),
        activities,
        dataConverter: runtime.dataConverter,
        maxConcurrentActivityTaskExecutions: 50,
        shutdownGraceTime: '3 s',
      });
      workers.push(worker);
      void worker.run().catch((error: unknown) => log.error({ err: error }, 'the worker of a node ended'));
    }
  };
  const started = start().catch((error: unknown) => log.error({ err: error }, 'no worker for the nodes'));
  return {
    async stop() {
      await Promise.race([started, new Promise((resolve) => setTimeout(resolve, 1_000))]);
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    },
  };
}
