import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { SHIPPED_SCENARIOS } from '../catalog/index.ts';
import { shippedPrompts } from '../testing/catalog.ts';
import { makeLargeScenario } from '../testing/large-scenario.ts';
import { benchThreeMenus } from '../testing/three-menus.ts';
import { lintScenario } from './lint.ts';

const catalog = shippedPrompts();
type Blocks = ScenarioDraft['blocks'];

const SAID = 'ko/main/goodbye.wav';
const END: Blocks = { end: { type: 'hangup' } };
const play = (done: string, path = SAID): Blocks[string] => ({
  type: 'play',
  prompts: [path],
  next: { done },
});
const scenario = (blocks: Blocks, more: Partial<ScenarioDraft> = {}): ScenarioDraft => ({
  schema: 1,
  name: 'test',
  language: 'ko',
  entry: 'first',
  blocks: { ...blocks, ...END },
  ...more,
});
const menu = (next: Record<string, string>): Blocks[string] => ({
  type: 'menu',
  prompts: [SAID],
  noInputPrompts: [SAID],
  wrongKeyPrompts: [SAID],
  keys: { '1': 'one' },
  next: { one: 'end', noInput: 'end', wrongKey: 'end', ...next },
});
const text = (more: object): Blocks[string] => ({
  type: 'sendMessage',
  next: { accepted: 'end', refused: 'end', failed: 'end' },
  ...more,
});
const found = (document: unknown): string[] =>
  lintScenario(document, catalog).map((problem) => `${problem.code} ${problem.block}`);

for (const [name, draft] of Object.entries({ ...SHIPPED_SCENARIOS, benchThreeMenus })) {
  test(`shipped scenario ${name} has no problem`, (t) => {
    t.deepEqual(lintScenario(draft, catalog), []);
  });
}

test('the 300-block benchmark scenario has no error', (t) => {
  const problems = lintScenario(makeLargeScenario(300), catalog);
  t.deepEqual(
    problems.filter((problem) => problem.severity === 'error'),
    [],
  );
});

const CASES: [string, ScenarioDraft, string[]][] = [
  [
    'an outcome without a wire',
    scenario({ first: { type: 'play', prompts: [SAID], next: {} } }),
    ['unwired-outcome main/first', 'unreachable-block main/end', 'no-way-out main/first'],
  ],
  ['a wire to nowhere', scenario({ first: menu({ one: 'gone' }) }), ['unknown-target main/first']],
  [
    'an outcome that the block has not',
    scenario({ first: menu({ two: 'end' }) }),
    ['unknown-outcome main/first'],
  ],
  [
    'a block that no wire leads to',
    scenario({ first: play('end'), lost: play('end') }),
    ['unreachable-block main/lost'],
  ],
  [
    'a loop of prompts',
    scenario({ first: play('second'), second: play('first') }),
    [
      'unreachable-block main/end',
      'no-way-out main/first',
      'no-way-out main/second',
      'endless-loop main/first',
    ],
  ],
  [
    'a menu that repeats itself to a silent line',
    scenario({ first: menu({ noInput: 'first' }) }),
    ['endless-loop main/first'],
  ],
  [
    'a prompt file that is not there',
    scenario({ first: play('end', 'ko/none.wav') }),
    ['missing-prompt main/first'],
  ],
  [
    'a text that no file says',
    scenario({ first: { type: 'say', prompts: [{ text: '없는 문장' }], next: { done: 'end' } } }),
    ['missing-prompt main/first'],
  ],
  [
    'a variable that is not declared',
    scenario({
      first: { type: 'say', prompts: [{ say: 'digits', value: { variable: 'pin' } }], next: { done: 'end' } },
    }),
    ['unknown-variable main/first'],
  ],
  [
    'a calendar that is not there',
    scenario({
      first: {
        type: 'businessHours',
        calendar: 'office',
        next: { open: 'end', closed: 'end', lunch: 'end', holiday: 'end' },
      },
    }),
    ['unknown-calendar main/first'],
  ],
  [
    'a text that cannot be filled in',
    scenario({ first: text({ text: '{{#each x}}' }) }),
    ['text-invalid main/first'],
  ],
  [
    'a variable of a text without a value',
    scenario({ first: text({ text: '{{번호}}' }) }),
    ['text-value-missing main/first'],
  ],
  [
    'a text with the value of a variable that is not declared',
    scenario({ first: text({ text: '{{번호}}', values: { 번호: { variable: 'gone' } } }) }),
    ['unknown-variable main/first'],
  ],
  [
    'a text to a number in a variable that is not declared',
    scenario({ first: text({ text: '안내', to: { variable: 'gone' } }) }),
    ['unknown-variable main/first'],
  ],
  [
    'a text with a secret in it',
    scenario(
      { first: text({ text: '{{번호}}', values: { 번호: { variable: 'pin' } } }) },
      { variables: { pin: { type: 'digits', secret: true, initial: '0000' } } },
    ),
    ['secret-spoken main/first'],
  ],
  [
    'a block with a text and a template',
    scenario({ first: text({ text: '안내', template: '안내' }) }),
    ['document-invalid main/first'],
  ],
  [
    'a sub-scenario that is not there',
    scenario({ first: { type: 'subScenario', part: 'pay', next: {} } }),
    ['unknown-sub-scenario main/first', 'unreachable-block main/end', 'no-way-out main/first'],
  ],
  [
    'a return from the main part',
    scenario({ first: menu({ one: 'back' }), back: { type: 'return', outcome: 'done' } }),
    ['return-in-main main/back'],
  ],
  [
    'a hung-up handler that speaks',
    scenario({ first: play('end'), late: play('end') }, { onHungUp: 'late' }),
    ['hung-up-handler main/late'],
  ],
];

for (const [name, document, problems] of CASES) {
  test(`${name} is refused, with the block's place`, (t) => {
    t.deepEqual(found(document).sort(), [...problems].sort());
  });
}

test('sub-scenarios must not call each other in a circle', (t) => {
  const call = (part: string): Blocks[string] => ({ type: 'subScenario', part, next: { done: 'back' } });
  const back: Blocks[string] = { type: 'return', outcome: 'done' };
  const document = scenario(
    { first: { type: 'subScenario', part: 'a', next: { done: 'end' } } },
    {
      subScenarios: {
        a: { entry: 'go', blocks: { go: call('b'), back } },
        b: { entry: 'go', blocks: { go: call('a'), back } },
      },
    },
  );
  t.deepEqual(found(document), ['recursive-sub-scenario null', 'recursive-sub-scenario null']);
});

const counted = (add: number, op: 'lt' | 'gt', stay: 'yes' | 'no', to = 3): ScenarioDraft =>
  scenario(
    {
      first: play('count'),
      count: { type: 'set', assign: [{ variable: 'n', add }], next: { done: 'check' } },
      check: {
        type: 'condition',
        when: { variable: 'n', op, to: { literal: to } },
        next: stay === 'yes' ? { yes: 'first', no: 'end' } : { yes: 'end', no: 'first' },
      },
    },
    { variables: { n: { type: 'number', initial: 0 } } },
  );

test('a loop that is counted is accepted, in both directions', (t) => {
  t.deepEqual(found(counted(1, 'lt', 'yes')), []);
  t.deepEqual(found(counted(-1, 'gt', 'yes')), []);
  t.deepEqual(found(counted(1, 'gt', 'no')), []);
});

test('a loop that counts away from its bound is refused', (t) => {
  t.deepEqual(found(counted(-1, 'lt', 'yes')), ['endless-loop main/first']);
  t.deepEqual(found(counted(0, 'lt', 'yes')), ['endless-loop main/first']);
  t.deepEqual(found(counted(1, 'lt', 'no')), ['endless-loop main/first']);
});

test('a loop with a way round its counter is refused', (t) => {
  const document = counted(1, 'lt', 'yes');
  const round: Blocks = {
    first: {
      type: 'condition',
      when: { variable: 'caller', op: 'empty' },
      next: { yes: 'count', no: 'check' },
    },
  };
  t.deepEqual(found({ ...document, blocks: { ...document.blocks, ...round } }), ['endless-loop main/first']);
});

test('a loop that counts too far is refused', (t) => {
  t.deepEqual(found(counted(1, 'lt', 'yes', 50)), []);
  t.deepEqual(found(counted(1, 'lt', 'yes', 51)), ['endless-loop main/first']);
  t.deepEqual(found(counted(0.01, 'lt', 'yes', 1)), ['endless-loop main/first']);
});

test('a loop through a sub-scenario is accepted only if that waits for the caller', (t) => {
  const looped = (asks: Blocks): ScenarioDraft =>
    scenario(
      { first: { type: 'subScenario', part: 'ask', next: { again: 'first', done: 'end' } } },
      { subScenarios: { ask: { entry: 'first', blocks: asks } } },
    );
  const returns: Blocks = {
    again: { type: 'return', outcome: 'again' },
    done: { type: 'return', outcome: 'done' },
  };
  const asking = { first: menu({ one: 'again', noInput: 'done', wrongKey: 'done' }), ...returns };
  const silent = { first: menu({ one: 'done', noInput: 'again', wrongKey: 'done' }), ...returns };
  t.deepEqual(found(looped(asking)), []);
  t.deepEqual(found(looped(silent)), ['endless-loop main/first']);
});

test('the limits of a document hold before any schema is asked', (t) => {
  const deep = JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`);
  t.deepEqual(found(deep), ['document-too-large null']);
  t.deepEqual(found({ ...scenario({ first: play('end') }), name: 'x'.repeat(2_000_000) }), [
    'document-too-large null',
  ]);
  t.deepEqual(found(JSON.parse('{"__proto__": {"schema": 1}}')), ['forbidden-key null']);
});

test('more than 500 blocks are refused', (t) => {
  const many = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`b${index}`, play('end')]));
  t.deepEqual(found(scenario(many)), ['document-invalid null']);
});

test('what is not the shape of a scenario is named with its place', (t) => {
  const problems = lintScenario(scenario({ first: { ...menu({}), tries: 99 } as Blocks[string] }), catalog);
  t.deepEqual(
    problems.map((problem) => [problem.code, problem.block]),
    [['document-invalid', 'main/first']],
  );
  t.regex(problems[0]?.message ?? '', /^blocks\.first\.tries: /);
});
