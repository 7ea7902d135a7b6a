import test from 'ava';
import { variablesIn } from './variables-in.ts';

test('variables of both kinds of text are found, each once', (t) => {
  t.deepEqual(variablesIn('{{이름}} 님, {{이름}} 님! #{날짜} {{ amount }}'), ['이름', '날짜', 'amount']);
});

test('helpers and conditions are no variables, what they work on is', (t) => {
  t.deepEqual(variablesIn('{{금액 요금}}원 {{은는 이름}} {{#if 담당}}{{담당}}{{else}}없음{{/if}}'), [
    '요금',
    '이름',
    '담당',
  ]);
  t.deepEqual(variablesIn("{{숫자 '3'}} 중괄호 {하나} {{}}"), []);
});
