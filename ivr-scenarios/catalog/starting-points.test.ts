import test from 'ava';
import { STARTING_POINTS } from '../../contracts/api/scenarios.ts';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { Scenario } from '../../contracts/scenario/document.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import { SimulationGiven } from '../../contracts/scenario/simulation.ts';
import { compileScenario } from '../compile/compile.ts';
import { exploreScenario } from '../explore/explore.ts';
import { lintScenario } from '../lint/lint.ts';
import { saidBy } from '../lint/said.ts';
import { type SimulatedCall, simulateCall } from '../simulate/simulate-call.ts';
import { shippedPrompts } from '../testing/catalog.ts';
import { startingPoints } from './starting-points.ts';

const catalog = shippedPrompts();

/** The catalog with a file for every text of a document, as a voice would make them. */
function voiced(draft: ScenarioDraft): PromptCatalog {
  const items = Object.values(Scenario.parse(draft).blocks).flatMap((block) => saidBy(block).flat());
  const texts = items.flatMap((item) => (typeof item === 'object' && 'text' in item ? [item.text] : []));
  const made = texts.map((text, index) => [`u/${index}.wav`, { ms: 4_000, text, language: 'ko' as const }]);
  return { ...catalog, ...Object.fromEntries(made) };
}

test('there is a document for every starting point of the console', (t) => {
  t.deepEqual(Object.keys(startingPoints).sort(), [...STARTING_POINTS].sort());
});

for (const [name, draft] of Object.entries(startingPoints)) {
  test(`${name} has no problem but texts that nobody has spoken yet`, (t) => {
    const found = lintScenario(draft, catalog);
    t.deepEqual(
      found.filter(({ code, facts }) => code !== 'missing-prompt' || facts?.['what'] !== 'text'),
      [],
    );
    t.deepEqual(lintScenario(draft, voiced(draft)), []);
  });

  test(`${name} is walked to every outcome`, (t) => {
    const found = exploreScenario(compileScenario(Scenario.parse(draft), voiced(draft)));
    t.true(found.complete);
    const missed = found.blocks.flatMap(({ place, outcomes }) =>
      outcomes.flatMap(({ outcome, why }) => (why === undefined ? [] : [`${place}>${outcome} ${why}`])),
    );
    t.deepEqual(missed, []);
    t.true(found.blocks.every(({ reached }) => reached));
    t.false(found.ends.some((end) => end === 'server/bug' || end === 'server/too-long'));
  });

  test(`${name} has a name for every block`, (t) => {
    t.true(Object.values(draft.blocks).every(({ label }) => label !== undefined && /[가-힣]/.test(label)));
  });
}

function call(draft: ScenarioDraft, given: object): SimulatedCall {
  const files = voiced(draft);
  const whole = SimulationGiven.parse({ at: '2026-03-03T10:00:00+09:00', hours: 'open', ...given });
  return simulateCall(compileScenario(Scenario.parse(draft), files), whole, files);
}

test('a parcel is looked up, read back and found', (t) => {
  const values = { state: 'onTheWay', dueDate: '20260305' };
  const { outcome, lines } = call(startingPoints.delivery, {
    inputs: ['1', '1234567890', '1'],
    http: [{ result: 'ok', values }],
  });
  t.deepEqual(outcome, { result: 'success', reason: 'informed' });
  t.true(lines.some(({ text }) => text.includes('배송 중이며')));
});

test('a table is reserved by keys and a text goes to the caller', (t) => {
  const { outcome, verbs } = call(startingPoints.reservation, {
    inputs: ['1', '20260310', '1', '1900', '1', '4', '1', 'accepted'],
  });
  t.deepEqual(outcome, { result: 'success', reason: 'informed' });
  const text = verbs.find(({ kind }) => kind === 'sendMessage');
  t.like(text, { values: { 날짜: '20260310', 시각: '1900', 인원: '4' } });
});

test('a score out of range is asked for again, twice at most', (t) => {
  const { outcome, path } = call(startingPoints.survey, { inputs: ['9', '8', '7'] });
  t.deepEqual(outcome, { result: 'client', reason: 'no-input' });
  t.is(path.filter(({ place }) => place === 'main/kindness').length, 3);
});

test('a clinic that is closed says so', (t) => {
  const { lines } = call(startingPoints.clinic, { hours: 'holiday' });
  t.true(lines.some(({ text }) => text.includes('휴진')));
});
