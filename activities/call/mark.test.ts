import test from 'ava';
import { parseMark } from './mark.ts';

test('a mark is the highest verb number, with f while a filler plays', (t) => {
  t.deepEqual(parseMark('17'), { verb: 17, filler: false });
  t.deepEqual(parseMark('17f'), { verb: 17, filler: true });
  t.deepEqual(parseMark('0f'), { verb: 0, filler: true });
});

test('whatever else stands there is no mark', (t) => {
  for (const text of [undefined, '', '-3', '1.5', '17 f', 'f', '12345678', '-ERR No such channel!']) {
    t.deepEqual(parseMark(text), { verb: 0, filler: false }, String(text));
  }
});
