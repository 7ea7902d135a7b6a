import { createApi } from '../../api/create-api.ts';
import { listenCalls } from '../../api/live/listen-calls.ts';
import { listenApi } from '../../api/listen-api.ts';
import { followSupervisor } from '../parts/follow-supervisor.ts';
import { openPhones, openPrompts } from '../phone/phone-setting.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import { createTemporalClient } from '../temporal/connect.ts';
import { createRuntime } from './runtime.ts';

/** How long Temporal may take to say that it serves, ms. */
const TEMPORAL_MS = 1_500;

/** Answers HTTP on loopback: reads from the database, asks nobody else but Temporal's health. */
export async function runApi(env: NodeJS.ProcessEnv): Promise<void> {
  const runtime = createRuntime('api', env);
  const { database, environment, health, log, tables } = runtime;
  const client = createTemporalClient(runtime.temporal, runtime.dataConverter);
  const feed = listenCalls({
    database,
    callFeed: tables.callFeed,
    onError: (error) => log.warn({ said: String(error) }, 'live calls were not loaded'),
  });
  const phones = openPhones(environment, runtime.nodes);
  const app = createApi({
    phone: phones.setting,
    prompts: openPrompts(),
    live: { feed, stillIn: async () => true },
    database,
    repositories: tables,
    temporal: {
      async healthy() {
        await client.connection.withDeadline(Date.now() + TEMPORAL_MS, () =>
          client.workflowService.getSystemInfo({}),
        );
        return true;
      },
    },
    health,
    metricsSources: environment.METRICS_SOURCES.split(',').filter(Boolean).map(scrape),
    log,
    // Until sign-in is wired: loopback only, and whoever reaches it acts as the api itself.
    identify: async () => ({ actor: systemActor('api') }),
  });
  const listening = await listenApi(app, { host: '127.0.0.1', port: environment.PORT });
  const { ready } = followSupervisor(async () => {
    phones.close();
    await feed.close();
    await listening.close();
    await client.connection.close();
    await database.close();
  });
  ready();
  log.info({ port: listening.port }, 'api is ready');
}

const scrape = (address: string) => async (): Promise<string> => {
  const answer = await fetch(address, { signal: AbortSignal.timeout(1_000) });
  return answer.text();
};
