import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { SimulationGiven } from '../../contracts/scenario/simulation.ts';
import { mainLine } from '../catalog/main-line.ts';
import { connectBlock, menuBlock, playBlock, SAID, scenarioOf } from '../testing/blocks.ts';
import { compiledDraft, shippedPrompts } from '../testing/catalog.ts';
import { type SimulatedCall, simulateCall } from './simulate-call.ts';
import type { SimulationOptions } from './surroundings.ts';

const catalog = shippedPrompts();
const given = (more: object = {}): SimulationGiven =>
  SimulationGiven.parse({ at: '2026-03-03T10:00:00+09:00', ...more });
const simulated = (draft: ScenarioDraft, more: object = {}, options?: SimulationOptions): SimulatedCall =>
  simulateCall(compiledDraft(draft, catalog), given(more), catalog, options);
const told = ({ lines }: SimulatedCall): string[] => lines.map(({ kind, text }) => `${kind}: ${text}`);

test('a call stops at the decision that nobody has taken, and says where', (t) => {
  const call = simulated(mainLine);
  t.deepEqual(call.waiting, { place: 'main/menu', kind: 'keys', secret: false });
  t.is(call.outcome, null);
  t.deepEqual(call.path.at(-1), { place: 'main/menu', outcome: null });
});

test('inputs take it on, with places and instants', (t) => {
  const call = simulated(mainLine, { inputs: ['1', 'answers'] });
  t.is(call.waiting, null);
  t.deepEqual(call.outcome, { result: 'success', reason: 'connected' });
  const did = call.lines.filter(({ kind }) => kind === 'did' || kind === 'pressed' || kind === 'happened');
  t.deepEqual(
    did.map(({ place, text }) => `${place} ${text}`),
    [
      'main/pickUp answer',
      'main/hours open',
      'main/menu 1',
      'main/agent dial',
      'main/agent answers',
      'main/agent bridge',
      'main/agent talkOver',
      'main/end hangup',
    ],
  );
  const instants = call.lines.map(({ atMs }) => atMs);
  t.deepEqual(
    instants,
    [...instants].sort((left, right) => left - right),
  );
  t.true(call.durationMs > 30_000, 'the talk took its time');
});

test('the calendar of the document is asked at the instant of the simulation', (t) => {
  const hours = (at: string): string | undefined =>
    simulated(mainLine, { at }).lines.find(({ place }) => place === 'main/hours')?.text;
  t.is(hours('2026-03-03T17:59:00+09:00'), 'open');
  t.is(hours('2026-03-03T18:00:00+09:00'), 'closed');
  t.is(hours('2026-03-01T10:00:00+09:00'), 'holiday');
  t.is(
    simulated(mainLine, { hours: 'lunch' }).lines.find(({ place }) => place === 'main/hours')?.text,
    'lunch',
  );
});

test('calendars of the company are asked by the given function', (t) => {
  const id = '7f3f0b62-6a44-4a53-9d1c-0d3e3bf7d7a1';
  const draft = scenarioOf({
    first: {
      type: 'businessHours',
      calendar: { company: id },
      next: { open: 'end', closed: 'end', lunch: 'end', holiday: 'end' },
    },
  });
  const asked: unknown[] = [];
  const verdict = (calendar: unknown): 'holiday' => {
    asked.push(calendar);
    return 'holiday';
  };
  const call = simulated(draft, {}, { verdict });
  t.deepEqual(asked, [{ company: id }]);
  t.is(call.path[0]?.outcome, 'holiday');
});

test('secret keys are never shown', (t) => {
  const draft = scenarioOf(
    {
      first: {
        type: 'collect',
        prompts: [SAID],
        noInputPrompts: [SAID],
        invalidPrompts: [SAID],
        min: 4,
        max: 4,
        secret: true,
        variable: 'pin',
        next: { collected: 'end', noInput: 'end', invalid: 'end' },
      },
    },
    { variables: { pin: { type: 'digits', secret: true } } },
  );
  t.deepEqual(simulated(draft).waiting, { place: 'main/first', kind: 'keys', secret: true });
  const call = simulated(draft, { inputs: ['7788'] });
  t.false(JSON.stringify(call.lines).includes('7788'));
});

test('waits take their time and no input', (t) => {
  const call = simulated(
    scenarioOf({ first: { type: 'wait', ms: 60_000, next: { done: 'say' } }, say: playBlock('end') }),
  );
  t.is(call.lines.find(({ kind }) => kind === 'heard')?.atMs, 60_000);
});

test('answers of other systems are taken in order; without one the call waits for it', (t) => {
  const draft = scenarioOf(
    {
      first: {
        type: 'httpRequest',
        url: 'https://api.example.com/x',
        take: [{ variable: 'grade', path: 'grade' }],
        next: { ok: 'menu', refused: 'end', failed: 'end', timeout: 'end' },
      },
      menu: menuBlock({}),
    },
    { variables: { grade: { type: 'text' } } },
  );
  t.is(simulated(draft).waiting?.kind, 'http');
  const call = simulated(draft, { http: [{ values: { grade: 'gold' } }] });
  t.is(call.variables.grade, 'gold');
  t.is(call.waiting?.kind, 'keys');
});

test('another scenario goes on in its own version, with its own words', (t) => {
  const id = '7f3f0b62-6a44-4a53-9d1c-0d3e3bf7d7a1';
  const draft = scenarioOf({ first: { type: 'toScenario', scenario: id, next: { missing: 'end' } } });
  const other = compiledDraft(scenarioOf({ first: menuBlock({}), menu: playBlock('end') }), catalog);
  const hash = 'a'.repeat(64);
  const call = simulated(draft, { inputs: ['1'] }, { scenarioOf: () => ({ hash, compiled: other }) });
  t.deepEqual(
    call.path.map(({ place, outcome }) => `${place} ${outcome}`),
    ['main/first found', 'main/first one', 'main/end done'],
  );
  t.is(simulated(draft).path[0]?.outcome, 'missing');
});

test('a command without a handler changes nothing: the caller still decides', (t) => {
  const call = simulated(scenarioOf({ first: menuBlock({}) }), { inputs: ['command', '1'] });
  t.deepEqual(call.outcome, { result: 'success', reason: 'completed' });
});

test('a caller who hangs up while it rings leaves at once', (t) => {
  const call = simulated(scenarioOf({ first: connectBlock() }), { inputs: ['hangup'] });
  t.deepEqual(call.outcome, { result: 'client', reason: 'caller-hung-up' });
  t.true(told(call).includes('happened: hangup'));
});

test('with nobody left to decide a call goes on to its end', (t) => {
  const call = simulated(mainLine, {}, { afterInputs: 'goOn' });
  t.deepEqual(call.outcome, { result: 'client', reason: 'no-input' });
});

test('the same again gives the same call', (t) => {
  t.deepEqual(simulated(mainLine, { inputs: ['3'] }), simulated(mainLine, { inputs: ['3'] }));
});
