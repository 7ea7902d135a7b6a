import test from 'ava';
import fc from 'fast-check';
import { maskNumber } from './masking.ts';

test('a number keeps what tells it apart and no more', (t) => {
  t.is(maskNumber('01012341234'), '010****1234');
  t.is(maskNumber('070-1234-5678'), '070****5678');
  t.is(maskNumber('+821012341234'), '+82******1234');
  t.is(maskNumber('15880000'), '158*0000');
  t.is(maskNumber('1001'), '***1');
  t.is(maskNumber(''), '');
});

test('of any number at least one digit is hidden, and never more than seven are shown', (t) => {
  const digits = fc.array(fc.constantFrom(...'0123456789'), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(digits, (some) => {
      const masked = maskNumber(some.join(''));
      t.is(masked.length, some.length);
      t.true(masked.includes('*'));
      t.true(masked.replaceAll('*', '').length <= 7);
    }),
  );
});
