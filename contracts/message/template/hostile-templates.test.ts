import test from 'ava';
import fc from 'fast-check';
import { compileAlimtalk } from './compile-alimtalk.ts';
import { compileText } from './compile-text.ts';
import { TEMPLATE_PROBLEMS, type TemplateProblemCode, type TemplateValues } from './template-problem.ts';

const SECRET = 'the-secret-7f3a';
const MANY = 1_000_000;

/** Names that reach beyond own properties, where JavaScript or Handlebars have something under them. */
const NAMES = [
  ...['constructor', '__proto__', 'prototype', '__defineGetter__', '__defineSetter__', '__lookupGetter__'],
  ...['__lookupSetter__', 'toString', 'toLocaleString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'],
  ...['propertyIsEnumerable', 'helperMissing', 'blockHelperMissing', 'each', 'with', 'log', 'lookup', 'if'],
  ...['unless', 'this', 'self', '@root', '@key', '@index', '@partial-block', 'inherited', 'secret'],
];

/** Every way to write a name. */
const SHAPES: ((name: string) => string)[] = [
  (name) => `{{${name}}}`,
  (name) => `{{은는 ${name}}}`,
  (name) => `{{#if ${name}}}{{${name}}}{{else}}{{${name}.${name}}}{{/if}}`,
  (name) => `{{a.${name}}}`,
  (name) => `{{[${name}]}}`,
  (name) => `{{lookup this "${name}"}}`,
];

const TRICKS: string[] = [
  // What was run through Handlebars in the past: functions by way of the prototype, and trees instead of texts.
  '{{#with "s" as |string|}}{{#with "e"}}{{#with split as |list|}}{{this.pop}}{{/with}}{{/with}}{{/with}}',
  '{{#with this as |o|}}{{#with (lookup o "constructor") as |c|}}{{c.name}}{{/with}}{{/with}}',
  '{{constructor.constructor "return process.env"}}',
  '{{(lookup (lookup this "constructor") "constructor")}}',
  '{{#each (lookup this "__proto__")}}{{@key}}{{/each}}',
  '{{__defineGetter__ "valueOf" __lookupGetter__}}',
  '{{#__defineGetter__ "x" toString}}{{/__defineGetter__}}',
  '{{helperMissing "a" "b"}}',
  '{{#blockHelperMissing a}}{{/blockHelperMissing}}',
  '{{log "the-secret-7f3a"}}',
  '{{a.[constructor].[constructor]}}',
  '{{a/../constructor}}',
  '{{../../constructor}}',
  '{{./constructor}}',
  '{{@root.constructor}}',
  '{{> (lookup . "constructor")}}',
  '{{> @partial-block}}',
  '{{#> layout}}{{secret}}{{/layout}}',
  '{{#*inline "x"}}{{secret}}{{/inline}}{{> x}}',
  '{{*inline "x"}}',
  '{{{constructor}}}',
  '{{{{if a}}}}{{constructor}}{{{{/if}}}}',
  '{{은는 a constructor=1}}',
  '{{은는 a __proto__=secret}}',
  '{{은는 (원 (수 a))}}',
  '{{은는 a "b" "c"}}',
  '{{은는 "\\"+process.env+\\""}}',
  "{{은는 '\\');process.exit(1);//'}}",
  '{{은는 "\u2028\u2029"}}',
  '{{수 1e309}}{{수 -0}}{{수 0x10}}',
  '{{수 99999999999999999999999999999999999999999999}}',
  '{{수 "1" 2 3 4 5}}',
  '{{if}}{{unless}}{{each}}',
  '{{#if a}}{{else}}{{else}}{{/if}}',
  '{{^}}',
  '{{!-- {{secret}} --',
  '{{~#if a~}}x{{~/if~}}{{~constructor~}}',
  '\\\\{{constructor}}',
  // Letters that look like others, or turn into them when they are normalised.
  '{{ｃｏｎｓｔｒｕｃｔｏｒ}}',
  '{{сonstructor}}',
  '{{con\u00adstructor}}',
  '{{con\u200bstructor}}',
  '{{\ufeffconstructor}}',
  '{{\u202Erotcurtsnoc}}',
  '{{＿＿proto＿＿}}',
  '{{__proto\u0301__}}',
  '{{\ud800}}',
  '{{a\u0000b}}',
  '\u0000\u0001{{a}}\u007f',
  '｛｛constructor｝｝',
  '{{\u1112\u1161\u11ab}}',
  '{\u200b{constructor}}',
  // Much of everything.
  '{'.repeat(MANY),
  '{{'.repeat(MANY),
  '{{a}}'.repeat(MANY),
  '{{#if a}}'.repeat(MANY),
  '{{#each a}}'.repeat(MANY),
  '{{> a}}'.repeat(MANY),
  '{{은는 '.repeat(MANY),
  `{{${'('.repeat(MANY)}`,
  `{{${'a.'.repeat(MANY)}b}}`,
  `{{${'../'.repeat(MANY)}b}}`,
  `{{은는 "${'x'.repeat(MANY)}"}}`,
  `{{수 ${'9'.repeat(MANY)}}}`,
  `{{!${'-'.repeat(MANY)}`,
  '\\'.repeat(MANY),
  '{{#if a}}'.repeat(200),
  `${'{{#if a}}'.repeat(120)}${'{{/if}}'.repeat(120)}`,
  `{{#if a}}${'{{else if a}}x'.repeat(130)}{{/if}}`,
  '{{a}}'.repeat(400),
  `{{은는 ${'('.repeat(1_900)}}}`,
  `{{은는 ${'(수 '.repeat(600)}a${')'.repeat(100)}}}`,
  `{{은는 a ${'b=c '.repeat(490)}}}`,
  `{{은는 ${'a '.repeat(990)}}}`,
  `{{${'a.'.repeat(990)}b}}`,
  `{{${'../'.repeat(650)}b}}`,
  `{{수 ${'9'.repeat(1_990)}}}`,
  `{{수 "${','.repeat(1_990)}"}}`,
  `{{#if a}}${' '.repeat(1_980)}`,
  `{{!${'-'.repeat(1_990)}`,
  `${'{{!--'.repeat(390)}`,
  '{{'.repeat(1_000),
  '{{{{'.repeat(500),
  '\\{{'.repeat(660),
  '\r\n{{a'.repeat(400),
  `${'~'.repeat(900)}{{${'~'.repeat(900)}`,
  '\u1100\u1161'.repeat(1_000),
];

const CORPUS = [...NAMES.flatMap((name) => SHAPES.map((shape) => shape(name))), ...TRICKS];

/** Own properties of the hostile data are harmless; everything else in its reach is the secret. */
function hostileValues(): TemplateValues {
  const inherited = { inherited: SECRET, secret: SECRET, b: SECRET };
  const own = { a: '가', ['ｃｏｎｓｔｒｕｃｔｏｒ']: '나' };
  const values = Object.assign(Object.create(inherited), own);
  Object.defineProperty(values, 'hidden', { value: SECRET, enumerable: false });
  return values;
}

const verdictOf = (source: string): { code: TemplateProblemCode | 'ok'; printed: string } => {
  const compiled = compileText(source);
  if (!compiled.ok) return { code: compiled.problems[0]?.code ?? 'ok', printed: JSON.stringify(compiled) };
  return { code: 'ok', printed: JSON.stringify(compiled.render(hostileValues())) };
};

test('S14: hostile texts end in a typed verdict, and print nothing but own values', (t) => {
  t.true(CORPUS.length >= 100, `${CORPUS.length} texts`);
  const slowest = { ms: 0, source: '' };
  for (const source of CORPUS) {
    const before = process.cpuUsage().user;
    const { code, printed } = verdictOf(source);
    const ms = (process.cpuUsage().user - before) / 1_000;
    if (ms > slowest.ms) Object.assign(slowest, { ms, source: source.slice(0, 30) });
    t.true(code === 'ok' || TEMPLATE_PROBLEMS.includes(code), source.slice(0, 80));
    t.false(printed.includes(SECRET), source.slice(0, 80));
    t.notRegex(printed, /function|\[object|native code/, source.slice(0, 80));
  }
  t.log(`${CORPUS.length} texts; slowest ${slowest.ms.toFixed(1)} ms of processor: ${slowest.source}`);
});

test('S14: a polluted prototype of all objects gives no text a value and allows nothing', (t) => {
  const before = CORPUS.map((source) => verdictOf(source));
  const polluted = { secret: SECRET, 이름: SECRET, allowedProtoProperties: { secret: true } };
  const prototype = Object.prototype as unknown as Record<string, unknown>;
  for (const [name, value] of Object.entries(polluted))
    Object.defineProperty(prototype, name, { value, configurable: true, enumerable: false });
  t.teardown(() => {
    for (const name of Object.keys(polluted)) delete prototype[name];
  });
  t.deepEqual(
    CORPUS.map((source) => verdictOf(source)),
    before,
  );
  const compiled = compileText('{{이름}}');
  t.like(compiled.ok && compiled.render({}), { problem: { code: 'variable-missing', variable: '이름' } });
});

test('S14: a value is a text and nothing else, and what it holds is not read again', (t) => {
  const compiled = compileText('{{a}} {{은는 a}} {{#if a}}x{{/if}}');
  if (!compiled.ok) return t.fail();
  const objects: unknown[] = [
    { toString: () => SECRET },
    [SECRET],
    () => SECRET,
    Symbol('a'),
    null,
    undefined,
    5,
    new String(SECRET),
  ];
  for (const a of objects) t.like(compiled.render({ a } as never), { ok: false });
  t.deepEqual(compiled.render({ a: '{{constructor}}{{> a}}' }), {
    ok: true,
    text: '{{constructor}}{{> a}} {{constructor}}{{> a}}는 x',
  });
});

test('S14: a ready-made tree is no text', (t) => {
  const tree = { type: 'Program', body: [{ type: 'MustacheStatement', path: { type: 'NumberLiteral' } }] };
  t.like(compileText(tree as never), { ok: false });
  t.like(compileAlimtalk(tree as never), { ok: false });
});

test('S14: whatever is made of braces, words and marks, nothing is thrown and places are inside the text', (t) => {
  const pieces = [
    ...['{{', '}}', '{{#if ', '{{/if}}', '{{else}}', '{{^', '{{>', '{{!', '{{&', '{{{', '}}}', '~', '\\'],
    ...[
      'a',
      '이름',
      '은는',
      '수 ',
      ' ',
      '.',
      '/',
      '..',
      '@',
      '(',
      ')',
      '=',
      '"',
      "'",
      '[',
      ']',
      '|',
      '#{',
      '}',
    ],
    ...['constructor', '__proto__', '\n', '\r\n', '1', '😀', '\u0000'],
  ];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((some) => some.join(''));
  fc.assert(
    fc.property(texts, (source) => {
      for (const compiled of [compileText(source), compileAlimtalk(source)]) {
        if (compiled.ok) compiled.render(hostileValues());
        else for (const { at } of compiled.problems) if (at < 0 || at > source.length) return false;
      }
      return true;
    }),
    { numRuns: 3_000 },
  );
  t.pass();
});
