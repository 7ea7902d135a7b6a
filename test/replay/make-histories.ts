import { CallId } from '../../contracts/ids.ts';
import type { CallView } from '../../freeswitch/simulator/control/index.ts';
import { DEMO_NUMBERS } from '../../workers/setup/demo-numbers.ts';
import { COLLEAGUE, CONNECT_LINE, connectScenario } from '../support/connect-line.ts';
import { startTestEngine } from '../support/engine.ts';
import { CALLER, isOver, placeMenuCall, storedCall } from '../support/menu-call.ts';
import { MOBILE, TEXT_LINE, textScenario, verifySender } from '../support/text-line.ts';
import { until } from '../support/until.ts';
import { type History, writeHistory } from './record.ts';
import { HISTORIES } from './replay.ts';

/**
 * Records the histories that `replay.test.ts` runs today's workflows over: real calls through the whole engine. To be
 * run again when a workflow was changed so that no older history fits, which after a release must not happen.
 */
const engine = await startTestEngine({
  numbers: [
    ...DEMO_NUMBERS,
    { digits: CONNECT_LINE, draft: connectScenario },
    { digits: TEXT_LINE, draft: textScenario },
  ],
});
try {
  await save('menus', await placeMenuCall(engine));
  await save('hang-up', await hangUpInTheSecondMenu());
  await save('second-try', await withALostReply());
  await engine.phones().setPhone(COLLEAGUE, { kind: 'answer', afterMs: 300, hangUpAfterMs: 800 }, true);
  await save('connect', await throughTheConnectLine());
  await engine.phones().setPhone(COLLEAGUE, { kind: 'busy' }, true);
  await save('busy', await throughTheConnectLine());
  await verifySender(engine);
  await save('text', await throughTheTextLine());
} finally {
  await engine.stop();
}
// The SDK's runtime would keep the process alive.
process.exit();

function hangUpInTheSecondMenu(): Promise<CallView> {
  const onMenu = (index: number, call: CallView): void => {
    if (index === 1) void engine.phones().hangUp(call.uuid);
  };
  return placeMenuCall(engine, { onMenu });
}

/** The switch does what it is told, but its answer is lost: the node's worker tries again. */
function withALostReply(): Promise<CallView> {
  const onMenu = (index: number): void => {
    if (index === 0) void engine.wires.esl.swallowReply(/cw_verb=3/, 'cut');
  };
  return placeMenuCall(engine, { onMenu });
}

async function throughTheConnectLine(): Promise<CallView> {
  const { uuid } = await engine.phones().placeCall(CALLER, CONNECT_LINE);
  return engine.phones().waitFor(uuid, isOver);
}

async function throughTheTextLine(): Promise<CallView> {
  const { uuid } = await engine.phones().placeCall(MOBILE, TEXT_LINE);
  return engine.phones().waitFor(uuid, isOver);
}

/** Writes the call's history and that of the leg that it dialled. */
async function save(name: string, { uuid }: CallView): Promise<void> {
  await storedCall(engine, uuid);
  const history = await closed(CallId.parse(uuid));
  await writeHistory(history, `${HISTORIES}${name}.json`);
  const leg = history.events?.find((event) => event.startChildWorkflowExecutionInitiatedEventAttributes)
    ?.startChildWorkflowExecutionInitiatedEventAttributes?.workflowId;
  if (leg?.startsWith('call/'))
    await writeHistory(await closed(CallId.parse(leg.slice('call/'.length))), `${HISTORIES}${name}-leg.json`);
  process.stdout.write(`${name}: ${history.events?.length ?? 0} events\n`);
}

function closed(call: CallId): Promise<History> {
  const look = async (): Promise<History | undefined> => {
    const history = await engine.histories.of(call);
    return history.events?.at(-1)?.workflowExecutionCompletedEventAttributes ? history : undefined;
  };
  return until(look, `workflow of ${call} is closed`);
}
