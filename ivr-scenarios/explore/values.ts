import type { BlockOf } from '../../contracts/scenario/block.ts';
import type { Value } from '../../contracts/scenario/value.ts';
import { validates } from '../logic/validate-digits.ts';
import type { Group } from './matter.ts';

/** Values that are tried of one variable; `all: false`: there would be more. */
export type Tried<T> = { values: readonly T[]; all: boolean };

/** Enough for every case of a switch. */
const MAX_VALUES = 60;

const first = <T>(values: Iterable<T>): Tried<T> => {
  const all = [...new Set(values)];
  return { values: all.slice(0, MAX_VALUES), all: all.length <= MAX_VALUES };
};

/**
 * Inputs that an input block accepts and that differ in what is asked of them later: each literal, one of each beginning,
 * both sides of an order, and one that nobody asks for.
 */
export function inputsFor(block: BlockOf<'collect'>, group: Group | undefined): Tried<string> {
  const accepts = (text: string): boolean =>
    /^[0-9*#]+$/.test(text) &&
    text.length >= block.min &&
    text.length <= block.max &&
    (block.terminators === 'none' || ![...text].some((key) => block.terminators.includes(key))) &&
    validates(block.validator, text);
  const usual = [...samples(block)].filter(accepts);
  if (group === undefined) return first(usual.slice(0, 1));
  const literals = [...group.literals].flatMap((value) => (typeof value === 'string' ? [value] : []));
  const beginnings = [...group.prefixes].flatMap((prefix) => padded(block, prefix));
  const sides = group.ordered ? [...DATES, ...literals.flatMap(beside)] : [];
  const asked = [...literals, ...beginnings, ...sides].filter(accepts);
  const other = usual.find(
    (text) => !literals.includes(text) && ![...group.prefixes].some((prefix) => text.startsWith(prefix)),
  );
  return first([...asked, ...(other === undefined ? [] : [other])]);
}

const DATES = ['19000101', '20260317', '20991231'];

/** Examples of what each validator accepts, and plain keys of every length that is allowed. */
function* samples({ min, max }: BlockOf<'collect'>): Generator<string> {
  yield* ['01012345678', '0212345678', '15881234', ...DATES, '0930', '1430'];
  for (const digit of '7392581460') yield digit.repeat(max);
  for (const digit of '7392581460') yield digit.repeat(min);
  // Check digits: one of a hundred endings fits.
  for (const begin of ['73925814607392581460739258146073', '12345678901234567890123456789012']) {
    for (let end = 0; end < 100; end += 1) {
      const text = `${end}`.padStart(2, '0');
      yield begin.slice(0, Math.max(0, max - 2)) + text.slice(-max);
      yield begin.slice(0, Math.max(0, min - 2)) + text.slice(-min);
    }
  }
}

function padded({ min, max }: BlockOf<'collect'>, prefix: string): string[] {
  const lengths = [Math.max(min, prefix.length), max];
  return ['0', '1', '7'].flatMap((digit) => lengths.map((length) => prefix.padEnd(length, digit)));
}

/** Neighbours of keys that are read as a number or a date. */
function beside(text: string): string[] {
  if (!/^[0-9]{1,15}$/.test(text)) return [];
  return [-1, 1].map((step) => String(Number(text) + step).padStart(text.length, '0'));
}

/** What another system may answer for a variable; `undefined`: it says nothing about it. */
export function answersFor(group: Group | undefined): Tried<Value | undefined> {
  if (group === undefined) return { values: [undefined], all: true };
  const literals = [...group.literals].filter((value) => value !== null);
  const numbers = literals.flatMap((value) => (typeof value === 'number' ? [value - 1, value + 1] : []));
  const texts = literals.flatMap((value) =>
    group.ordered && typeof value === 'string' ? beside(value) : [],
  );
  const begun = [...group.prefixes].map((prefix) => `${prefix}7`);
  const flags = literals.some((value) => typeof value === 'boolean') ? [true, false] : [];
  return first([undefined, ...literals, ...numbers, ...texts, ...begun, ...flags, '~other']);
}

/** Numbers that can call or be called, as far as the scenario asks for them. */
export function numbersFor(group: Group | undefined, usual: string): Tried<string> {
  if (group === undefined) return { values: [usual], all: true };
  const literals = [...group.literals].flatMap((value) => (typeof value === 'string' ? [value] : []));
  const begun = [...group.prefixes].map((prefix) => prefix.padEnd(11, '7'));
  return first([usual, '', ...literals, ...begun, '7777777']);
}
