import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { SimulationGiven } from '../../contracts/scenario/simulation.ts';
import { mainLine } from '../catalog/main-line.ts';
import { simulateCall } from '../simulate/simulate-call.ts';
import { menuBlock, playBlock, scenarioOf } from '../testing/blocks.ts';
import { compiledDraft, shippedPrompts } from '../testing/catalog.ts';
import { coverageOf } from './coverage.ts';
import { recordTest, runTest, type ScenarioTest } from './scenario-test.ts';

const catalog = shippedPrompts();
const OPEN = '2026-03-03T10:00:00+09:00';
const given = (inputs: string[], at = OPEN): SimulationGiven => SimulationGiven.parse({ at, inputs });

function recorded(draft: ScenarioDraft, with_: SimulationGiven): ScenarioTest {
  const found = recordTest(with_, simulateCall(compiledDraft(draft), with_, catalog));
  if (found === null) throw new Error('the call is not over');
  return found;
}

test('what was recorded passes, and says what was heard and walked', (t) => {
  const made = recorded(mainLine, given(['4']));
  t.deepEqual(made.expect.outcome, { result: 'success', reason: 'informed' });
  t.true(made.expect.path?.includes('main/openingHours'));
  t.true(made.expect.prompts?.includes('이용해 주셔서 감사합니다.'));
  const run = runTest(made, compiledDraft(mainLine), catalog);
  t.true(run.passed);
  t.is(run.difference, null);
});

test('a call that waits for somebody is no test', (t) => {
  const open = given([]);
  t.is(recordTest(open, simulateCall(compiledDraft(mainLine), open, catalog)), null);
});

const first = scenarioOf({ first: menuBlock({ one: 'yes' }), yes: playBlock('end') });

test('another way is told by the first block that differs', (t) => {
  const made = recorded(first, given(['1']));
  const changed = scenarioOf({ first: menuBlock({ one: 'no' }), no: playBlock('end') });
  const run = runTest(made, compiledDraft(changed), catalog);
  t.false(run.passed);
  t.deepEqual(run.difference, { what: 'path', expected: 'main/yes', got: 'main/no' });
});

test('other words are told by the first that differ', (t) => {
  const made = recorded(first, given(['1']));
  const changed = scenarioOf({
    first: menuBlock({ one: 'yes' }),
    yes: playBlock('end', 'ko/main/closed.wav'),
  });
  const run = runTest(made, compiledDraft(changed), catalog);
  t.is(run.difference?.what, 'prompts');
  t.is(run.difference?.expected, '이용해 주셔서 감사합니다.');
  t.regex(run.difference?.got ?? '', /^지금은 영업시간이 아닙니다/);
});

test('only what is expected is compared', (t) => {
  const { given: same, expect } = recorded(first, given(['1']));
  const changed = scenarioOf({ first: menuBlock({ one: 'no' }), no: playBlock('end') });
  t.true(
    runTest({ given: same, expect: { outcome: expect.outcome } }, compiledDraft(changed), catalog).passed,
  );
});

test('another outcome, and a call that has not ended, are told', (t) => {
  const outcome = { result: 'success', reason: 'completed' } as const;
  const quiet = runTest({ given: given([]), expect: { outcome } }, compiledDraft(first), catalog);
  t.deepEqual(quiet.difference, {
    what: 'outcome',
    expected: 'success/completed',
    got: 'main/first (keys …)',
  });
  const gone = runTest({ given: given(['hangup']), expect: { outcome } }, compiledDraft(first), catalog);
  t.is(gone.difference?.got, 'client/caller-hung-up');
});

test('coverage counts visits and outcomes, not tries', (t) => {
  const scenario = compiledDraft(first);
  const calls = [given(['noInput', '9', '1']), given(['1'])].map((one) =>
    simulateCall(scenario, one, catalog),
  );
  t.deepEqual(coverageOf(scenario, calls), {
    'main/end': 2,
    'main/first': 2,
    'main/first>one': 2,
    'main/yes': 2,
    'main/yes>done': 2,
  });
});

test('a menu that is left at its last try is covered by that outcome', (t) => {
  const scenario = compiledDraft(first);
  const call = simulateCall(scenario, given(['noInput', 'noInput', 'noInput']), catalog);
  t.deepEqual(coverageOf(scenario, [call]), { 'main/end': 1, 'main/first': 1, 'main/first>noInput': 1 });
});
