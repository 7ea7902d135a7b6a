import test from 'ava';
import { CallId } from '../../contracts/ids.ts';
import { DEMO_NUMBERS } from '../../workers/setup/demo-numbers.ts';
import { checkMenuCall, checkOneOutcome } from '../support/check-menu-call.ts';
import { simulatorTest, useTestEngine } from '../support/engine.ts';
import { LONG_LINE, longScenario, placeLongCall, TURN_PROMPT } from '../support/long-line.ts';
import { heardPrompts, placeMenuCall, storedCall } from '../support/menu-call.ts';
import { isLongRun } from '../support/seeded.ts';

const engine = useTestEngine(test, {
  numbers: [...DEMO_NUMBERS, { digits: LONG_LINE, draft: longScenario }],
  roleEnv: { CALLWRIGHT_CONTINUE_AFTER_EVENTS: '50' },
});
const TURNS = isLongRun() ? 200 : 60;

simulatorTest(
  test,
  `continue-as-new each 50 events in a call of ${TURNS} turns changes nothing`,
  async (t) => {
    t.timeout(TURNS * 2_000);
    const call = await placeLongCall(engine(), TURNS);
    const { digits, row } = await storedCall(engine(), call.uuid);
    t.deepEqual(digits, [...'1'.repeat(TURNS - 1), '2']);
    t.deepEqual(row.outcome, { result: 'success', reason: 'completed' });
    t.is(heardPrompts(call).filter((one) => one === TURN_PROMPT).length, TURNS);
    await checkOneOutcome(t, engine(), call.uuid);
    const runs = await engine().histories.runsOf(CallId.parse(call.uuid));
    t.true(runs.length >= TURNS / 12, `${runs.length} runs`);
    t.log(`${runs.length} runs of ${runs.map(({ events }) => events?.length ?? 0).join(', ')} events`);
  },
);

simulatorTest(test, 'the flow worker is killed in a call that continues as new: same outcome', async (t) => {
  t.timeout(120_000);
  const turns = 20;
  const killing = new Promise<void>((resolve, reject) => {
    setTimeout(() => engine().kill('flow-worker').then(resolve, reject), 1_500);
  });
  const call = await placeLongCall(engine(), turns);
  await killing;
  const { digits, row } = await storedCall(engine(), call.uuid);
  t.deepEqual(digits, [...'1'.repeat(turns - 1), '2']);
  t.deepEqual(row.outcome, { result: 'success', reason: 'completed' });
  await checkMenuCall(t, engine(), await placeMenuCall(engine()));
});
