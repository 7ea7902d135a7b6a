import test from 'ava';
import { compileAlimtalk } from './compile-alimtalk.ts';

const BODY = '#{이름} 님, #{예약 시간}에 뵙겠습니다.\n{{이름}} #이름 {이름} $& #{이름}';

test('only the variables of the approved text change', (t) => {
  const compiled = compileAlimtalk(BODY);
  t.deepEqual(compiled.ok && compiled.variables, ['이름', '예약 시간']);
  t.deepEqual(compiled.ok && compiled.render({ 이름: '$& {{a}} \\1', '예약 시간': '😀 10시' }), {
    ok: true,
    text: '$& {{a}} \\1 님, 😀 10시에 뵙겠습니다.\n{{이름}} #이름 {이름} $& $& {{a}} \\1',
  });
});

test('a value is needed for every variable, may not be one itself, and the whole stays within 1,000 characters', (t) => {
  const compiled = compileAlimtalk('#{이름} 님');
  if (!compiled.ok) return t.fail();
  t.like(compiled.render({}), { problem: { code: 'variable-missing', variable: '이름' } });
  t.like(compiled.render({ 이름: '#{금액}' }), { problem: { code: 'variable-invalid', variable: '이름' } });
  t.like(compiled.render({ 이름: '가'.repeat(999) }), { problem: { code: 'output-too-long' } });
  t.like(compiled.render(Object.create({ 이름: '비밀' })), { problem: { code: 'variable-missing' } });
});

test('broken names are refused with their place', (t) => {
  const refused: [string, string, number][] = [
    ['a#{이름', 'syntax', 1],
    ['#{이름.성}', 'name', 0],
    ['ab#{}', 'name', 2],
    ['#{ 이름}', 'name', 0],
    ['#{#{이름}}', 'syntax', 0],
    [`#{${'가'.repeat(41)}}`, 'name', 0],
    ['가'.repeat(1_001), 'too-long', 1_000],
  ];
  for (const [body, code, at] of refused) {
    const compiled = compileAlimtalk(body);
    t.like(compiled, { ok: false, problems: { 0: { code, at } } } as never, body.slice(0, 20));
  }
});
