import test from 'ava';
import fc from 'fast-check';
import { checkText } from '../../../../../../contracts/message/check-text.ts';
import { unsupportedIn, withoutUnsupported } from './unsupported.ts';

test('what a text cannot carry is found by line and column, and by the place of a cursor', (t) => {
  t.deepEqual(unsupportedIn('안녕하세요 😀\n내일 🎉 봐요'), [
    { char: '😀', index: 6, line: 1, column: 7 },
    { char: '🎉', index: 12, line: 2, column: 4 },
  ]);
  t.deepEqual(unsupportedIn('테스트 문자 입니다.'), []);
});

test('one press takes all of it out, with its skin tones and joiners', (t) => {
  t.is(withoutUnsupported('안녕 😀 👍🏽👨‍👩‍👧!'), '안녕  !');
  t.is(withoutUnsupported('그대로'), '그대로');
});

test('whatever was written, afterwards nothing is left that cannot be carried', (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      t.deepEqual(checkText(withoutUnsupported(text)).unsupported, []);
    }),
  );
});
