import { CallId } from '../../contracts/ids.ts';
import type { CallView } from '../../freeswitch/simulator/control/index.ts';
import { DEMO_NUMBERS } from '../../workers/setup/demo-numbers.ts';
import { startTestEngine, type TestEngine } from '../support/engine.ts';
import { LONG_LINE, longScenario, placeLongCall } from '../support/long-line.ts';
import { placeMenuCall, storedCall } from '../support/menu-call.ts';
import { placePinCall, RIGHT_PIN } from '../support/pin-call.ts';
import { until } from '../support/until.ts';
import { writeHistory } from './record.ts';
import { HISTORIES } from './replay.ts';

/**
 * Records the histories of calls that were not left in peace, beside those of `make-histories.ts`: a PIN typed twice, a
 * worker killed in mid-call, a Postgres that is away at the end, and each run of a call that continues as new.
 */
await withEngine({}, async (engine) => {
  const caller = { number: '07000001234', name: 'caller' };
  await save(engine, 'pin', await placePinCall(engine, caller, ['135791', RIGHT_PIN]));
  await save(engine, 'killed-worker', await whileTheWorkerIsKilled(engine));
  await save(engine, 'no-database', await withoutDatabase(engine));
});
await withEngine({ CALLWRIGHT_CONTINUE_AFTER_EVENTS: '50' }, async (engine) => {
  await save(engine, 'continued', await placeLongCall(engine, 12));
});
// The SDK's runtime would keep the process alive.
process.exit();

async function withEngine(
  roleEnv: Record<string, string>,
  record: (engine: TestEngine) => Promise<void>,
): Promise<void> {
  const numbers = [...DEMO_NUMBERS, { digits: LONG_LINE, draft: longScenario }];
  const engine = await startTestEngine({ numbers, roleEnv });
  try {
    await record(engine);
  } finally {
    await engine.stop();
  }
}

async function whileTheWorkerIsKilled(engine: TestEngine): Promise<CallView> {
  let killing: Promise<void> | undefined;
  const onMenu = (index: number): void => {
    if (index === 1) killing = engine.kill('flow-worker');
  };
  const call = await placeMenuCall(engine, { onMenu });
  await killing;
  return call;
}

async function withoutDatabase(engine: TestEngine): Promise<CallView> {
  const { postgres } = engine.wires;
  const onMenu = (index: number): void => {
    if (index === 2) postgres.refuse();
  };
  const call = await placeMenuCall(engine, { onMenu });
  postgres.restore();
  return call;
}

/** Writes each run of the call; only a call that continued as new has more than one. */
async function save(engine: TestEngine, name: string, { uuid }: CallView): Promise<void> {
  await storedCall(engine, uuid);
  const runs = await until(async () => {
    const all = await engine.histories.runsOf(CallId.parse(uuid));
    return all.at(-1)?.events?.at(-1)?.workflowExecutionCompletedEventAttributes ? all : undefined;
  }, `the workflow of ${uuid} has completed`);
  for (const [index, history] of runs.entries()) {
    const file = runs.length === 1 ? name : `${name}-${index + 1}`;
    await writeHistory(history, `${HISTORIES}${file}.json`);
    process.stdout.write(`${file}: ${history.events?.length ?? 0} events\n`);
  }
}
