import { fileURLToPath } from 'node:url';
import { Registry } from 'prom-client';
import { listen } from '../../db/listen.ts';
import { PROMPT_FILES_CHANGED } from '../../db/repositories/prompt-spread.ts';
import { followSupervisor } from '../parts/follow-supervisor.ts';
import { createNodeFolder } from '../prompt/node-folder.ts';
import { createSpread } from '../prompt/spread.ts';
import { createRuntime, type Runtime, reportHealth } from './runtime.ts';
import { serveMetrics } from './serve-metrics.ts';

/** What was announced while nobody listened is found by then. */
const SWEEP_MS = 60_000;

/** Beside each node, sharing its prompt folder: keeps the files of companies there (CTI-16). */
export async function runMediaWorker(env: NodeJS.ProcessEnv): Promise<void> {
  const runtime = createRuntime('media-worker', env);
  serveMetrics(runtime, new Registry());
  const sweep = createSweep(runtime);
  await sweep();
  const listener = listen({ url: runtime.database.url, channel: PROMPT_FILES_CHANGED, onChange: sweep });
  const timer = setInterval(() => void sweep(), SWEEP_MS);
  const healthReports = reportHealth(runtime, 'media-worker');
  const { ready } = followSupervisor(async () => {
    clearInterval(timer);
    await listener.close();
    await healthReports.close();
    await runtime.database.close();
  });
  ready();
  runtime.log.info({ nodes: runtime.nodes.length }, 'media worker is ready');
}

/** One pass over all nodes; passes never overlap, and one that fails is made again by the next. */
function createSweep({ environment, health, log, nodes, tables }: Runtime): () => Promise<void> {
  const promptsDir =
    environment.CALLWRIGHT_PROMPTS_DIR ?? fileURLToPath(new URL('../../prompts', import.meta.url));
  const folder = createNodeFolder(promptsDir);
  const spreads = nodes.map(({ node }) => ({
    node,
    pass: createSpread({ promptSpread: tables.promptSpread, node, folder }),
  }));
  const all = async (): Promise<void> => {
    for (const { node, pass } of spreads) {
      try {
        const { written, removed } = await pass();
        if (written + removed > 0) log.info({ node, written, removed }, 'prompts were brought to a node');
        health.report('prompts', true);
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error);
        health.report('prompts', false, 'prompts were not brought to the node');
        log.warn({ node, said }, 'prompts were not brought to a node');
      }
    }
  };
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(all);
    return last;
  };
}
