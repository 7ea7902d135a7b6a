import test from 'ava';
import { compileText } from './compile-text.ts';
import type { TemplateProblemCode } from './template-problem.ts';

function filled(source: string, values: Record<string, string> = {}): unknown {
  const compiled = compileText(source);
  if (!compiled.ok) return compiled.problems;
  const rendered = compiled.render(values);
  return rendered.ok ? rendered.text : rendered.problem;
}

test('a text is filled in as it is written: nothing is escaped, lines stay', (t) => {
  t.is(filled('안녕하세요\n{{이름}} 님 <b>\n', { 이름: '홍길동' }), '안녕하세요\n홍길동 님 <b>\n');
  t.is(filled('{{이름}} & {{name}}', { 이름: '<홍길동>', name: '"A"' }), '<홍길동> & "A"');
  t.is(filled('그대로 \\{{이름}} { } }} 100%', {}), '그대로 {{이름}} { } }} 100%');
  t.is(filled('{{[예약 시간]}} {{은는 [예약 시간]}}', { '예약 시간': '두 시' }), '두 시 두 시는');
  t.is(filled('{{! 메모 }}본문{{!-- {{x}} --}}', {}), '본문');
});

test('particles follow how the word is spoken', (t) => {
  const said = '{{은는 이름}} {{이가 이름}} {{을를 이름}} {{으로 이름}} {{과와 이름}}';
  const ascii = '{{eunNeun 이름}} {{iGa 이름}} {{eulReul 이름}} {{euroRo 이름}} {{gwaWa 이름}}';
  const golden: Record<string, string> = {
    홍길동: '홍길동은 홍길동이 홍길동을 홍길동으로 홍길동과',
    친구: '친구는 친구가 친구를 친구로 친구와',
    서울: '서울은 서울이 서울을 서울로 서울과',
    '홍길동(팀장)': '홍길동(팀장)은 홍길동(팀장)이 홍길동(팀장)을 홍길동(팀장)으로 홍길동(팀장)과',
    '3': '3은 3이 3을 3으로 3과',
    '7': '7은 7이 7을 7로 7과',
    '20': '20은 20이 20을 20으로 20과',
    '2': '2는 2가 2를 2로 2와',
    Kim: 'Kim은 Kim이 Kim을 Kim으로 Kim과',
    Bill: 'Bill은 Bill이 Bill을 Bill로 Bill과',
    Lee: 'Lee는 Lee가 Lee를 Lee로 Lee와',
    漢: '漢은(는) 漢이(가) 漢을(를) 漢(으)로 漢와(과)',
    '': '    ',
  };
  for (const [이름, text] of Object.entries(golden)) {
    t.is(filled(said, { 이름 }), text);
    t.is(filled(ascii, { 이름 }), text);
  }
});

test('numbers and money get their separators without rounding, phone numbers their mask', (t) => {
  t.is(filled('{{수 n}} {{원 n}}', { n: '1234567' }), '1,234,567 1,234,567원');
  t.is(filled('{{number n}}/{{won n}}', { n: '-12,345.50' }), '-12,345.50/-12,345.50원');
  t.is(filled('{{수 n}}', { n: '99999999999999999999' }), '99,999,999,999,999,999,999');
  t.is(filled('{{원 15000}} {{수 "1200"}}'), '15,000원 1,200');
  t.is(filled('{{가린번호 p}}', { p: '010-1234-5678' }), '010-****-5678');
  t.is(filled('{{maskedPhone p}}', { p: '15880000' }), '158*0000');
  t.like(filled('{{수 n}}', { n: '많이' }), {
    code: 'variable-invalid',
    message: '‘많이’은(는) 숫자가 아닙니다',
  });
});

test('if and unless go by whether the value is empty, also within each other', (t) => {
  const source = '{{#if a}}A{{#unless b}}!{{/unless}}{{else if b}}B{{else}}-{{/if}}{{^if a}}0{{/if}}';
  t.is(filled(source, { a: '1', b: '' }), 'A!');
  t.is(filled(source, { a: '', b: '1' }), 'B0');
  t.is(filled(source, { a: '', b: '' }), '-0');
});

test('a name without a value is named, also in a branch that is not taken; an empty value is a value', (t) => {
  t.like(filled('{{이름}} {{금액}}', { 이름: '홍길동' }), { code: 'variable-missing', variable: '금액' });
  t.like(filled('{{#if a}}{{b}}{{/if}}', { a: '' }), { code: 'variable-missing', variable: 'b' });
  t.is(filled('[{{a}}]', { a: '' }), '[]');
  t.like(filled('{{toStr}}', { toStr: 5 as unknown as string }), { code: 'variable-missing' });
});

test('variables are told once, in the order of the text, and match whichever way they are composed', (t) => {
  const compiled = compileText('{{b}}{{은는 a}}{{#if c}}{{b}}{{/if}}');
  t.deepEqual(compiled.ok && compiled.variables, ['b', 'a', 'c']);
  t.is(filled('{{이름}}'.normalize('NFD'), { 이름: '가' }), '가');
  t.is(filled('{{이름}}', { ['이름'.normalize('NFD')]: '가' }), '가');
});

test('what is not on the list is refused with its code and its place', (t) => {
  const refused: [source: string, code: TemplateProblemCode, at: number][] = [
    ['가{{> other}}', 'partial', 1],
    ['가{{#> other}}x{{/other}}', 'partial', 1],
    ['{{#*inline "a"}}x{{/inline}}', 'decorator', 0],
    ['{{* deco}}', 'decorator', 0],
    ['{{lookup a "b"}}', 'unknown-helper', 0],
    ['{{log a}}', 'unknown-helper', 0],
    ['{{#each a}}x{{/each}}', 'block', 0],
    ['{{#with a}}x{{/with}}', 'block', 0],
    ['{{#a}}x{{/a}}', 'block', 0],
    ['{{^a}}x{{/a}}', 'block', 0],
    ['{{#은는 a}}x{{/은는}}', 'block', 0],
    ['{{#if a b}}x{{/if}}', 'block', 0],
    ['{{#if a as |b|}}x{{/if}}', 'block', 0],
    ['{{#if "a"}}x{{/if}}', 'helper-value', 6],
    ['{{#if a includeZero=true}}x{{/if}}', 'hash', 0],
    ['{{은는 a b=c}}', 'hash', 0],
    ['{{은는 (수 a)}}', 'sub-expression', 5],
    ['{{(lookup a)}}', 'syntax', 0],
    ['{{#if (수 a)}}x{{/if}}', 'sub-expression', 6],
    ['{{은는}}', 'helper-value', 0],
    ['{{은는 a b}}', 'helper-value', 0],
    ['{{은는 true}}', 'helper-value', 5],
    ['{{"a"}}', 'helper-value', 2],
    ['{{모름 a}}', 'unknown-helper', 0],
    ['{{@root}}', 'data', 2],
    ['{{은는 @root.a}}', 'data', 5],
    ['{{a.b}}', 'path', 2],
    ['{{a/b}}', 'path', 2],
    ['{{../a}}', 'path', 2],
    ['{{this}}', 'path', 2],
    ['{{.}}', 'path', 2],
    ['{{[a  b]}}', 'name', 2],
    ['{{[constructor]}}', 'name', 2],
    ['{{[a.b]}}', 'name', 2],
    ['{{constructor}}', 'name', 2],
    ['{{__proto__}}', 'name', 2],
    ['{{if}}', 'name', 2],
    ['{{{a}}}', 'unescaped', 0],
    ['{{&a}}', 'unescaped', 0],
    ['{{{{raw}}}}x{{{{/raw}}}}', 'raw-block', 0],
    ['줄\r\n둘\n{{ok}} {{#each a}}{{/each}}', 'block', 12],
    ['{{ok}} {{', 'syntax', 7],
    ['{{ok}} {{a b', 'syntax', 7],
    ['{{ok}} {{=}}', 'syntax', 7],
    ['{{#if a}}x', 'syntax', 0],
    ['가{{#if a}}x{{/unless}}', 'syntax', 4],
    ['{{else}}', 'syntax', 0],
  ];
  for (const [source, code, at] of refused) {
    const compiled = compileText(source);
    const first = compiled.ok ? undefined : compiled.problems[0];
    t.deepEqual([source, first?.code, first?.at], [source, code, at]);
    t.regex(first?.message ?? '', /[가-힣]/);
  }
});

test('the work is bounded by length, depth, parts and what comes out', (t) => {
  const codes = (source: string): unknown => {
    const compiled = compileText(source);
    return compiled.ok ? 'ok' : compiled.problems.map(({ code }) => code);
  };
  const nested = (depth: number): string => `${'{{#if a}}'.repeat(depth)}x${'{{/if}}'.repeat(depth)}`;
  t.is(codes('가'.repeat(2_000)), 'ok');
  t.deepEqual(codes('가'.repeat(2_001)), ['too-long']);
  t.is(codes(nested(8)), 'ok');
  t.deepEqual(codes(nested(9)), ['too-deep']);
  t.is(codes('{{a}}'.repeat(100)), 'ok');
  t.deepEqual(codes('{{a}}'.repeat(101)), ['too-many-parts']);
  t.deepEqual(codes('{{a'.repeat(201)), ['too-many-parts'], 'not parsed');
  t.is(codes(`{{a}}${'('.repeat(1_000)}{{a}}`), 'ok', 'brackets outside of braces are text');
  t.deepEqual(codes(`{{은는 ${'('.repeat(9)}`), ['sub-expression'], 'not parsed');
  t.like(filled('{{a}}{{a}}', { a: '가'.repeat(1_001) }), { code: 'output-too-long', variable: null });
  t.like(filled('{{a}}', { a: '가'.repeat(2_001) }), { code: 'variable-invalid', variable: 'a' });
});

test('many problems are told at once, up to twenty', (t) => {
  const compiled = compileText('{{> x}}'.repeat(30));
  t.is(compiled.ok ? 0 : compiled.problems.length, 20);
});
