import test from 'ava';
import { fieldValue } from './field-value.ts';

const read = (given: string | null): string => fieldValue(given, '없음');

test('what was not there says so; words stay words', (t) => {
  t.is(read(null), '없음');
  t.is(read('"부서 선택"'), '부서 선택');
  t.is(read('3'), '3');
  t.is(read('true'), 'true');
});

test('prompts are read by what they say, wires by where they lead', (t) => {
  t.is(read('[{"text":"안녕하세요."},"ko/x.wav"]'), '“안녕하세요.”, ko/x.wav');
  t.is(read('{"1":"sales","2":"support"}'), '1 → sales, 2 → support');
});

test('what is cut off or too deep is shown as it came', (t) => {
  t.is(read('[{"text":"아주 긴'), '[{"text":"아주 긴');
  t.is(read('{"a":{"b":1}}'), '{"a":{"b":1}}');
});
