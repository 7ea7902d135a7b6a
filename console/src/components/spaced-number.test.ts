import test from 'ava';
import { spacedNumber } from './spaced-number.ts';

const cases: readonly (readonly [given: string, shown: string])[] = [
  ['07012345678', '070-1234-5678'],
  ['070****5678', '070-****-5678'],
  ['0212345678', '02-1234-5678'],
  ['021234567', '02-123-4567'],
  ['0311234567', '031-123-4567'],
  ['15880000', '1588-0000'],
  ['1001', '1001'],
  ['***1', '***1'],
  ['02****5678', '02-****-5678'],
  ['anonymous', 'anonymous'],
];

for (const [given, shown] of cases) {
  test(`${given} is written ${shown}`, (t) => t.is(spacedNumber(given), shown));
}
