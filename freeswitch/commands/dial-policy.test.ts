import test from 'ava';
import { isCallwrightError } from '../../contracts/errors.ts';
import type { DialDigits } from '../../contracts/ids.ts';
import { assertDialAllowed, DOMESTIC_ONLY, isDialAllowed } from './dial-policy.ts';

const allowed = (number: string, policy = DOMESTIC_ONLY): boolean =>
  isDialAllowed(number as DialDigits, policy);

test('ordinary Korean numbers may be dialled, in both notations', (t) => {
  const numbers = [
    '01012345678',
    '0111234567',
    '0212345678',
    '021234567',
    '0311234567',
    '06412345678',
    '07012345678',
    '0801234567',
    '050712345678',
    '15880000',
    '16440000',
    '18990000',
    '+821012345678',
    '+82212345678',
    '+8215880000',
  ];
  for (const number of numbers) t.true(allowed(number), number);
});

test('international access, premium numbers and short specials may not', (t) => {
  const numbers = [
    '0012025550123',
    '002442071838750',
    '00700442071838750',
    '00827012345678',
    '+12025550123',
    '+442071838750',
    '+8',
    '+82',
    '+8260012345',
    '+820101234567',
    '06012345678',
    '0600123456',
    '112',
    '119',
    '114',
    '1345',
    '13012345678',
    '0101234567',
    '010123456789',
    '00',
    '0',
    '99999999999999999999',
  ];
  for (const number of numbers) t.false(allowed(number), number);
});

test('a prefix lets in what it names and nothing else', (t) => {
  const policy = { allow: ['+81', '119'], deny: [] };
  t.true(allowed('+81312345678', policy));
  t.true(allowed('119', policy));
  t.false(allowed('+12025550123', policy));
});

test('a number that is allowed by itself lets in no other that begins alike', (t) => {
  const policy = { ...DOMESTIC_ONLY, exactly: ['1001'] };
  t.true(allowed('1001', policy));
  for (const number of ['10011', '100', '+1001', '01001']) t.false(allowed(number, policy), number);
  t.false(allowed('1001', { ...policy, deny: ['1'] }));
});

test('a denied prefix wins, whichever notation the number has', (t) => {
  const policy = { allow: ['070'], deny: ['070'] };
  t.false(allowed('07012345678', policy));
  t.false(allowed('+827012345678', policy));
});

test('the refusal shows the number masked', (t) => {
  const error = t.throws(() => assertDialAllowed('06012345678' as DialDigits, DOMESTIC_ONLY));
  t.true(isCallwrightError(error) && error.code === 'dial/not-allowed');
  t.false(error?.message.includes('06012345678'));
});
