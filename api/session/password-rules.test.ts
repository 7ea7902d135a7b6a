import test from 'ava';
import fc from 'fast-check';
import { COMMON_WORDS } from './common-words.ts';
import { weaknessOf } from './password-rules.ts';

const about = ['담당자', 'manager.lee', '한빛물산 Hanbit Trading'];
const kindOf = (password: string): string => weaknessOf(password, about)?.split(':')[0] ?? 'good';

test('twelve characters are the least, counted as people count them', (t) => {
  t.is(kindOf('vq7-mzr2-kd'), 'too-short');
  t.is(kindOf('vq7-mzr2-kd9'), 'good');
  t.is(kindOf('😀😀😀'), 'too-short');
});

test('what guessers try first is refused, also dressed up', (t) => {
  for (const password of [
    'password1234',
    'P@ssw0rd1234',
    'passwordpassword',
    'qwertyuiop12',
    'asdfghjkl;123',
    '1q2w3e4r5t6y',
    '123456789012',
    '010-1234-5678',
    '111111111111',
    'aaaabbbbcccc',
    'abcabcabcabc',
    'iloveyou2020',
    'Summer2026!!',
    'qlalfqjsgh12',
    '사랑해사랑해사랑해사랑해',
    'zxcvbnm,./12',
    'letmeinletmein',
  ])
    t.is(kindOf(password), 'common', password);
});

test('the own name, address, company and the product are refused inside', (t) => {
  for (const password of [
    'xk29-Callwright-vw',
    'manager-83kd-qz',
    '담당자의고양이는초록색이다',
    'vw83 hanbit kd92 qz',
    '한빛물산 지하이층 창고문',
  ])
    t.is(kindOf(password), 'personal', password);
});

test('ordinary phrases and generated passwords are good', (t) => {
  for (const password of [
    'correct battery staple',
    '보라색 감자 일곱 개 튀김',
    'gT5#kP9!vZ2@',
    'my cat hates password rules',
    'xxxxviolet umbrella potato',
    'violet umbrella potato '.repeat(3).trim(),
  ])
    t.is(kindOf(password), 'good', password);
});

test('random passwords of 16 letters are good, and checking never fails (property)', (t) => {
  const letters = fc.string({
    unit: fc.constantFrom(...'bdfghjkmnpqrtvwxz2689'),
    minLength: 20,
    maxLength: 20,
  });
  fc.assert(fc.property(letters, (password) => new Set(password).size < 8 || kindOf(password) === 'good'));
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 256 }),
      (password) => typeof kindOf(password) === 'string',
    ),
  );
  t.true(COMMON_WORDS.length > 300, `${COMMON_WORDS.length} words`);
});
