import test from 'ava';
import { pastedNumbers, searchedDigits } from './pasted-numbers.ts';

test('numbers come one per line or parted by commas, semicolons and tabs, each once', (t) => {
  t.deepEqual(pastedNumbers('010-0000-0001\r\n 010-0000-0002 , 010-0000-0003;\n\n010-0000-0001\t'), [
    '010-0000-0001',
    '010-0000-0002',
    '010-0000-0003',
  ]);
  t.deepEqual(pastedNumbers(' \n'), []);
});

test('a search is by digits, and below three of them there is none', (t) => {
  t.is(searchedDigits('010-12'), '01012');
  t.is(searchedDigits('01'), null);
  t.is(searchedDigits(null), null);
});
