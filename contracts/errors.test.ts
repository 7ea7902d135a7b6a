import test from 'ava';
import { CallwrightError, isCallwrightError, unreachable } from './errors.ts';

test('our error is known by its name, also when another copy of the module made it', (t) => {
  const foreign = Object.assign(new Error('away'), { name: 'CallwrightError', code: 'db/unavailable' });
  t.true(isCallwrightError(new CallwrightError('db/unavailable', 'away')));
  t.true(isCallwrightError(foreign));
});

test('nothing else is taken for it', (t) => {
  for (const value of [
    undefined,
    null,
    'x',
    new Error('x'),
    { name: 'CallwrightError', code: 'db/unavailable' },
  ]) {
    t.false(isCallwrightError(value));
  }
});

test('the cause stays with it', (t) => {
  const cause = new Error('ECONNREFUSED');
  t.is(new CallwrightError('db/unavailable', 'away', { cause }).cause, cause);
});

test('a branch that cannot be reached says what reached it', (t) => {
  const error = t.throws(() => unreachable({ kind: 'new' } as never), { message: /"new"/ });
  t.like(error, { code: 'server/bug' });
});
