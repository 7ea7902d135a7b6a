import test from 'ava';
import type { Term } from '../../contracts/scenario/expression.ts';
import type { Value } from '../../contracts/scenario/value.ts';
import { assigned } from './assign.ts';
import { holds } from './compare.ts';
import { validates } from './validate-digits.ts';

const variables = { n: 5, text: '0101', day: '20260317', flag: true, empty: null };
const is = (variable: string, op: Term['op'], literal: Value): boolean =>
  holds({ variable, op, to: { literal } }, variables);

test('comparisons are typed: different types are neither equal nor ordered', (t) => {
  t.true(is('n', 'eq', 5));
  t.false(is('n', 'eq', '5'));
  t.false(is('n', 'lt', '9'));
  t.true(is('n', 'ne', '5'));
  t.false(is('empty', 'lt', 9));
});

test('order of numbers and of dates', (t) => {
  t.deepEqual(
    (['lt', 'le', 'gt', 'ge'] as const).map((op) => is('n', op, 5)),
    [false, true, false, true],
  );
  t.deepEqual(
    (['lt', 'le', 'gt', 'ge'] as const).map((op) => is('day', op, '20260401')),
    [true, true, false, false],
  );
});

test('beginnings and emptiness', (t) => {
  t.true(is('text', 'startsWith', '010'));
  t.false(is('n', 'startsWith', '5'));
  t.true(holds({ variable: 'empty', op: 'empty' }, variables));
  t.true(holds({ variable: 'none', op: 'empty' }, variables));
  t.true(holds({ variable: 'text', op: 'notEmpty' }, variables));
});

test('names that every object has are no variables', (t) => {
  t.true(holds({ variable: 'toString', op: 'empty' }, variables));
});

test('and, or, and groups of them', (t) => {
  const yes: Term = { variable: 'n', op: 'eq', to: { literal: 5 } };
  const no: Term = { variable: 'n', op: 'eq', to: { literal: 6 } };
  t.true(holds({ all: [yes, { any: [no, yes] }] }, variables));
  t.false(holds({ all: [yes, { all: [no, yes] }] }, variables));
  t.true(holds({ any: [no, { all: [yes, yes] }] }, variables));
});

test('assignments see the ones before them', (t) => {
  const after = assigned(variables, [
    { variable: 'n', add: 2 },
    { variable: 'copy', value: { variable: 'n' } },
    { variable: 'text', add: 1 },
  ]);
  t.like(after, { n: 7, copy: 7, text: 1 });
  t.is(variables.n, 5, 'the variables before are not changed');
});

const CHECKS = [
  ['any', '*#', true],
  ['digits', '123', true],
  ['digits', '12*', false],
  ['phone', '0212345678', true],
  ['phone', '01012345678', true],
  ['phone', '07012345678', true],
  ['phone', '15880000', true],
  ['phone', '12345', false],
  ['mobile', '01012345678', true],
  ['mobile', '0212345678', false],
  ['date', '20280229', true],
  ['date', '20270229', false],
  ['date', '20261301', false],
  ['date', '20260100', false],
  ['businessNumber', '1234567891', true],
  ['businessNumber', '1234567890', false],
  ['businessNumber', '123456789', false],
  ['time', '2359', true],
  ['time', '2400', false],
  ['time', '930', false],
  ['corporateNumber', '1101110000010', true],
  ['corporateNumber', '1101110000013', false],
  ['corporateNumber', '110111000001', false],
  ['luhn', '4532015112830366', true],
  ['luhn', '4532015112830367', false],
  ['luhn', '7', false],
] as const;

for (const [validator, digits, expected] of CHECKS) {
  test(`${digits} is ${expected ? 'a' : 'no'} valid ${validator}`, (t) => {
    t.is(validates(validator, digits), expected);
  });
}
