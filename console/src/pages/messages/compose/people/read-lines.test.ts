import test from 'ava';
import fc from 'fast-check';
import { readLines } from './read-lines.ts';

test('people are read one in a line, the name on either side of the number', (t) => {
  t.deepEqual(readLines('홍길동 010-1234-5678\n010 2222 3333\t손님둘\r\n01044445555'), [
    { number: '010-1234-5678', name: '홍길동' },
    { number: '010 2222 3333', name: '손님둘' },
    { number: '01044445555', name: '' },
  ]);
});

test('semicolons separate people, commas only where each part has a number', (t) => {
  t.deepEqual(
    readLines('01011112222, 01033334444; 손님둘, 010-5555-6666').map(({ number, name }) => [number, name]),
    [
      ['01011112222', ''],
      ['01033334444', ''],
      ['010-5555-6666', '손님둘'],
    ],
  );
});

test('what is no number stays as it was written, so that it is seen', (t) => {
  t.deepEqual(readLines('손님둘\n112'), [
    { number: '손님둘', name: '' },
    { number: '112', name: '' },
  ]);
  t.deepEqual(readLines('  \n;;\n'), []);
});

test('no digit of any text is lost', (t) => {
  const digitsOf = (text: string): string => text.replace(/[^0-9]/g, '');
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9가-힣 ,;\n-]{0,60}$/), (text) => {
      const kept = readLines(text).map(({ number, name }) => digitsOf(number) + digitsOf(name));
      t.deepEqual([...kept.join('')].sort(), [...digitsOf(text)].sort());
    }),
  );
});
