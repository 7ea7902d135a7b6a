import test from 'ava';
import { hasResidentCheckDigit, isResidentNumber } from './resident-number.ts';

for (const [digits, expected] of [
  ['9001011234567', true],
  ['0002293000000', true],
  ['0102293000000', false],
  ['9013011234567', false],
  ['9001010234567', false],
  ['9001019234567', false],
  ['900101123456', false],
  ['90010112345678', false],
  ['900101*234567', false],
] as const) {
  test(`${digits} ${expected ? 'looks' : 'does not look'} like a resident number`, (t) => {
    t.is(isResidentNumber(digits), expected);
  });
}

test('the check digit follows from the twelve before it', (t) => {
  // 9·2 + 0·3 + 0·4 + 1·5 + 0·6 + 1·7 + 1·8 + 2·9 + 3·2 + 4·3 + 5·4 + 6·5 = 124; 11 − 124 mod 11 = 8.
  t.true(hasResidentCheckDigit('9001011234568'));
  t.false(hasResidentCheckDigit('9001011234567'));
});
