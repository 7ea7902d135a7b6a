import test from 'ava';
import { lengthOf } from './password-length.ts';

test('a password is as long as the api says: composed, by code points', (t) => {
  t.is(lengthOf('열두 글자가 넘는 말'), 11);
  t.is(lengthOf('한글'.normalize('NFD')), 2);
  t.is(lengthOf('📞📞'), 2);
});
