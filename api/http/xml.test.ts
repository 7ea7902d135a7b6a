import test from 'ava';
import fc from 'fast-check';
import { readXml } from '../testing/read-xml.ts';
import { toPlain } from './plain.ts';
import { writeXml } from './xml.ts';

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(toPlain(value)));
const asXml = (value: unknown): unknown => readXml(writeXml('answer', toPlain(value)));

test('whatever the content, XML read backwards is what JSON says (T21)', (t) => {
  const nasty = fc.constantFrom(
    '<',
    '&',
    ']]>',
    '&#13;',
    '"',
    "'",
    '\r\n',
    '\t',
    ' ',
    '  x  ',
    '\0',
    '\x1b[31m',
    '\ud800',
    '\uffff',
    '한글 이름',
    '😀',
    '<!--',
  );
  const text = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 8 }), fc.string({ maxLength: 8 }));
  const key = fc.oneof(
    fc.constantFrom(
      'item',
      'toString',
      '__proto__',
      'prototype',
      'constructor',
      'entry',
      'type',
      'xmlns',
      'xml',
      '1a',
      '',
      'a b',
      '한글',
      'callerMasked',
    ),
    text,
  );
  const { tree } = fc.letrec((tie) => ({
    leaf: fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined)),
    tree: fc.oneof(
      { depthSize: 'small' },
      tie('leaf'),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      t.deepEqual(asXml({ value }), asJson({ value }));
    }),
    { numRuns: 2_000 },
  );
});

test('our own field names are elements, and only what is no text says its type', (t) => {
  t.is(
    writeXml('call', { id: 'a&b', seq: 1, endedAt: null, prompts: ['x.wav'], ok: true }),
    `<?xml version="1.0" encoding="UTF-8"?>
<call type="object"><id>a&amp;b</id><seq type="number">1</seq><endedAt type="null"/><prompts type="array"><item>x.wav</item></prompts><ok type="boolean">true</ok></call>
`,
  );
});

test('a CR LF in a name comes out as characters, never as markup or a new header line', (t) => {
  const xml = writeXml('call', { name: 'Kim\r\nX-Injected: 1</name><evil/>' });
  t.false(xml.includes('\r'));
  t.false(xml.includes('<evil'));
  t.deepEqual(readXml(xml), { name: 'Kim\r\nX-Injected: 1</name><evil/>' });
});
