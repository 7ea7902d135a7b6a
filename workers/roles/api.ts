import { createKeyFinder } from '../../api/api-keys/key-finder.ts';
import { createApi } from '../../api/create-api.ts';
import { listenApi } from '../../api/listen-api.ts';
import { listenCalls } from '../../api/live/listen-calls.ts';
import { createIdentify } from '../../api/session/identify.ts';
import { sessionAlive } from '../../api/session/sessions.ts';
import { consoleFolder } from '../parts/console-folder.ts';
import { followSupervisor } from '../parts/follow-supervisor.ts';
import { openPhones, openPrompts } from '../phone/phone-setting.ts';
import { openWorkshop } from '../prompt/open-workshop.ts';
import { recordCallPort } from '../prompt/record-call-port.ts';
import { withSpread } from '../prompt/spread-before.ts';
import { createWorkbench } from '../scenario/workbench.ts';
import { hostingOf } from '../setup/hosting.ts';
import { promptsDir } from '../setup/prepare-database.ts';
import { readCatalog } from '../setup/publish-demo.ts';
import { createCallCommander } from '../temporal/call-commander.ts';
import { createCallHistory, workflowPage } from '../temporal/call-history.ts';
import { createTemporalClient } from '../temporal/connect.ts';
import { accountKey } from './account-key.ts';
import { openMail } from './mail.ts';
import { createRuntime } from './runtime.ts';
import { openSettings } from './settings.ts';
import { openTexting } from './texting.ts';

/** How long Temporal may take to say that it serves, ms. */
const TEMPORAL_MS = 1_500;

/** Answers HTTP: reads from the database, asks nobody else but Temporal's health and the simulator's phones. */
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
  const hosting = hostingOf(environment);
  const mail = openMail(runtime);
  const texting = openTexting(runtime, client, hosting.publicUrl);
  const workbench = createWorkbench(tables, await readCatalog(promptsDir));
  const accounts = { repositories: tables, keys: createKeyFinder(tables.apiKeys) };
  const app = createApi({
    phone: phones.setting,
    prompts: openPrompts(),
    callHistory: createCallHistory(client, workflowPage(environment)),
    callCommander: createCallCommander(client),
    recordingsDir: environment.CALLWRIGHT_RECORDINGS_DIR ?? runtime.home.recordings,
    live: { feed, stillIn: ({ session }) => sessionAlive(accounts, session) },
    database,
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
    mail: mail.outbox,
    mailDelivers: mail.delivers,
    sealKey: accountKey(environment, runtime.home),
    publicUrl: hosting.publicUrl,
    consoleFolder: environment.CALLWRIGHT_CONSOLE_DIR ?? consoleFolder(),
    identify: createIdentify(accounts),
    settings: await openSettings(runtime, client),
    texting: texting.parts,
    workshop: openWorkshop(runtime),
    recordCalls: recordCallPort(runtime, client),
    messageReports: texting.reports,
    ...withSpread(runtime, workbench),
  });
  const listening = await listenApi(app, { ...hosting, port: environment.PORT });
  const { ready } = followSupervisor(async () => {
    phones.close();
    await feed.close();
    await listening.close();
    await mail.close();
    await texting.close();
    await workbench.close();
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
