import test from 'ava';
import { sampleVariables } from './sample-variables.ts';

test('a variable is tried with its own name, and with a number where a helper wants one', (t) => {
  t.deepEqual(
    sampleVariables(
      '{{#if 이름}}{{은는 이름}}{{else}}고객님{{/if}} {{원 금액}} {{가린번호 번호}} {{ 날짜 }}',
      {},
    ),
    { 이름: '이름', 금액: '10000', 번호: '01012345678', 날짜: '날짜' },
  );
  t.deepEqual(sampleVariables('#{이름} 님 #{예약 시각}', {}), { 이름: '이름', '예약 시각': '예약 시각' });
});

test('what was typed comes first, as long as the text has the variable', (t) => {
  t.deepEqual(sampleVariables('{{원 금액}}', { 금액: '5', 이름: '나' }), { 금액: '5' });
  t.deepEqual(sampleVariables('{{이름}}', { 이름: '' }), { 이름: '이름' });
});
