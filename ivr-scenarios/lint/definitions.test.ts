import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { menuBlock, SAID, scenarioOf } from '../testing/blocks.ts';
import { shippedPrompts } from '../testing/catalog.ts';
import { lintScenario } from './lint.ts';

const catalog = shippedPrompts();
type Blocks = ScenarioDraft['blocks'];
type Parts = ScenarioDraft['subScenarios'];

const VARIABLES: ScenarioDraft['variables'] = { code: { type: 'digits' } };

const found = (blocks: Blocks, subScenarios: Parts = {}): string[] =>
  lintScenario(scenarioOf(blocks, { variables: VARIABLES, subScenarios }), catalog).map(
    ({ code, block, severity }) => `${severity} ${code} ${block}`,
  );
const say: Blocks[string] = {
  type: 'say',
  prompts: [{ say: 'digits', value: { variable: 'code' } }],
  next: { done: 'end' },
};
const set = (done: string, literal: string | null = '1'): Blocks[string] => ({
  type: 'set',
  assign: [{ variable: 'code', value: { literal } }],
  next: { done },
});
const collect = (next: Record<string, string>): Blocks[string] => ({
  type: 'collect',
  prompts: [SAID],
  noInputPrompts: [SAID],
  invalidPrompts: [SAID],
  min: 1,
  max: 4,
  variable: 'code',
  next: { collected: 'say', noInput: 'end', invalid: 'end', ...next },
});

test('what nothing sets is an error', (t) => {
  t.deepEqual(found({ first: say }), ['error undefined-variable main/first']);
  t.deepEqual(found({ first: set('say', null), say }), ['error undefined-variable main/say']);
});

test('what is set on every way is all right', (t) => {
  t.deepEqual(found({ first: set('say'), say }), []);
  t.deepEqual(found({ first: menuBlock({ one: 'a', noInput: 'b' }), a: set('say'), b: set('say'), say }), []);
  t.deepEqual(found({ first: collect({}), say }), []);
});

test('a way round what sets it is a warning', (t) => {
  t.deepEqual(found({ first: menuBlock({ one: 'a', noInput: 'say' }), a: set('say'), say }), [
    'warning undefined-variable main/say',
  ]);
  t.deepEqual(found({ first: collect({ noInput: 'say' }), say }), ['warning undefined-variable main/say']);
});

test('whoever has asked whether it is empty may use it', (t) => {
  const asked: Blocks = {
    first: collect({ collected: 'ask', noInput: 'ask' }),
    ask: { type: 'condition', when: { variable: 'code', op: 'notEmpty' }, next: { yes: 'say', no: 'end' } },
    say,
  };
  t.deepEqual(found(asked), []);
});

const called: Blocks[string] = {
  type: 'subScenario',
  part: 'ask',
  next: { given: 'say', refused: 'end' },
};
const back: Blocks = {
  given: { type: 'return', outcome: 'given' },
  refused: { type: 'return', outcome: 'refused' },
};

test('a called part sets it, by the outcome with which it returns', (t) => {
  const asks = {
    entry: 'in',
    blocks: { in: collect({ collected: 'given', noInput: 'refused', invalid: 'refused' }), ...back },
  };
  t.deepEqual(found({ first: called, say }, { ask: asks }), []);
  const next = { given: 'say', refused: 'say' };
  t.deepEqual(found({ first: { ...called, next } as Blocks[string], say }, { ask: asks }), [
    'warning undefined-variable main/say',
  ]);
});

test('a parameter has a value inside the part and what it had before outside', (t) => {
  const inner = {
    entry: 'in',
    parameters: ['code'],
    blocks: {
      in: { ...say, next: { done: 'given' } } as Blocks[string],
      given: { type: 'return' as const, outcome: 'given' },
    },
  };
  const calling = { type: 'subScenario' as const, part: 'ask', with: { code: { literal: '1' } } };
  t.deepEqual(found({ first: { ...calling, next: { given: 'end' } } }, { ask: inner }), []);
  t.deepEqual(found({ first: { ...calling, next: { given: 'say' } }, say }, { ask: inner }), [
    'error undefined-variable main/say',
  ]);
});

test('a loop that sets it in its first round only is told from one that always does', (t) => {
  const blocks: Blocks = {
    first: menuBlock({ one: 'say', noInput: 'store' }),
    store: set('first'),
    say,
  };
  t.deepEqual(
    found(blocks).filter((problem) => problem.includes('undefined')),
    ['warning undefined-variable main/say'],
  );
});
