import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { shippedPrompts } from '../testing/catalog.ts';
import { lintScenario } from './lint.ts';

const catalog = shippedPrompts();
type Block = ScenarioDraft['blocks'][string];

const VARIABLES: ScenarioDraft['variables'] = {
  pin: { type: 'digits', secret: true, initial: '0000' },
  shown: { type: 'digits', initial: '1' },
  count: { type: 'number', initial: 0 },
  flag: { type: 'boolean', initial: false },
  day: { type: 'date', initial: '20260317' },
  note: { type: 'text', initial: '' },
};

function found(first: Block, variables = VARIABLES): string[] {
  const draft: ScenarioDraft = {
    schema: 1,
    name: 'test',
    language: 'ko',
    variables,
    entry: 'first',
    blocks: { first, end: { type: 'hangup' } },
  };
  return lintScenario(draft, catalog).map((problem) => problem.code);
}

type When = Extract<Block, { type: 'condition' }>['when'];
const when = (condition: When): Block => ({
  type: 'condition',
  when: condition,
  next: { yes: 'end', no: 'end' },
});
type Assign = Extract<Block, { type: 'set' }>['assign'][number];
const set = (assignment: Assign): Block => ({ type: 'set', assign: [assignment], next: { done: 'end' } });
const say = (variable: string): Block => ({
  type: 'say',
  prompts: [{ say: 'digits', value: { variable } }],
  next: { done: 'end' },
});
const collect = (variable: string, secret: boolean): Block => ({
  type: 'collect',
  prompts: ['ko/pin/enter.wav'],
  noInputPrompts: ['ko/pin/enter.wav'],
  invalidPrompts: ['ko/pin/enter.wav'],
  min: 4,
  max: 4,
  secret,
  variable,
  next: { collected: 'end', noInput: 'end', invalid: 'end' },
});

test('a secret is never said', (t) => {
  t.deepEqual(found(say('pin')), ['secret-spoken']);
  t.deepEqual(found(say('shown')), []);
});

test('a secret is only copied into a secret', (t) => {
  t.deepEqual(found(set({ variable: 'shown', value: { variable: 'pin' } })), ['secret-copied']);
  const twoSecrets = { ...VARIABLES, shown: { type: 'digits' as const, secret: true, initial: '1' } };
  t.deepEqual(found(set({ variable: 'shown', value: { variable: 'pin' } }), twoSecrets), []);
});

test('an input and its variable are secret together', (t) => {
  t.deepEqual(found(collect('pin', true)), []);
  t.deepEqual(found(collect('shown', false)), []);
  t.deepEqual(found(collect('pin', false)), ['secret-unmarked']);
  t.deepEqual(found(collect('shown', true)), ['secret-unmarked']);
});

test('comparisons are typed', (t) => {
  t.deepEqual(found(when({ variable: 'count', op: 'lt', to: { literal: 3 } })), []);
  t.deepEqual(found(when({ variable: 'count', op: 'eq', to: { literal: '3' } })), ['type-mismatch']);
  t.deepEqual(found(when({ variable: 'shown', op: 'lt', to: { literal: '3' } })), ['type-mismatch']);
  t.deepEqual(found(when({ variable: 'day', op: 'ge', to: { literal: '20260101' } })), []);
  t.deepEqual(found(when({ variable: 'day', op: 'ge', to: { literal: '20260231' } })), ['type-mismatch']);
  t.deepEqual(found(when({ variable: 'flag', op: 'startsWith', to: { literal: true } })), ['type-mismatch']);
  t.deepEqual(found(when({ variable: 'note', op: 'notEmpty' })), []);
  t.deepEqual(found(when({ variable: 'note', op: 'eq' })), ['type-mismatch']);
  t.deepEqual(found(when({ variable: 'caller', op: 'startsWith', to: { literal: '010' } })), []);
});

test('variables exist and what the call gives is not written', (t) => {
  t.deepEqual(found(when({ variable: 'none', op: 'eq', to: { literal: 1 } })), ['unknown-variable']);
  t.deepEqual(found(set({ variable: 'count', value: { variable: 'none' } })), ['unknown-variable']);
  t.deepEqual(found(collect('none', false)), ['unknown-variable']);
  t.deepEqual(found(set({ variable: 'caller', value: { literal: '010' } })), ['read-only-variable']);
  t.deepEqual(found(say('shown'), { shown: { type: 'digits', initial: '1' }, caller: { type: 'text' } }), [
    'read-only-variable',
  ]);
});

test('only numbers are added to, and keys are not numbers', (t) => {
  t.deepEqual(found(set({ variable: 'count', add: 1 })), []);
  t.deepEqual(found(set({ variable: 'note', add: 1 })), ['type-mismatch']);
  t.deepEqual(found(collect('count', false)), ['type-mismatch']);
});

test('a variable begins as what it is', (t) => {
  t.deepEqual(found(say('shown'), { shown: { type: 'number', initial: 'x' } }), ['type-mismatch']);
});

test('more than twenty comparisons are refused by the schema', (t) => {
  const term = { variable: 'count', op: 'eq', to: { literal: 1 } } as const;
  const group = { all: Array.from({ length: 7 }, () => term) };
  t.deepEqual(found(when({ any: [group, group, group] })), ['document-invalid']);
  t.deepEqual(found(when({ any: [group, group] })), []);
});

test('what may be longer than a verb can carry is refused', (t) => {
  const prompts = ['shown', 'shown'].map((variable) => ({ say: 'digits' as const, value: { variable } }));
  t.deepEqual(found({ type: 'say', prompts, next: { done: 'end' } }), ['too-many-prompts']);
});
