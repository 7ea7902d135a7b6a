import test from 'ava';
import fc from 'fast-check';
import { checkText } from './check-text.ts';
import { cp949Bytes } from './cp949.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import { textChannel } from './sizes.ts';

const sizeOf = (text: string): string => textChannel(checkText(text).bytes, false);

test('T13 90 bytes pass as SMS, 91 become LMS, 2,000 are LMS and 2,001 are refused', (t) => {
  t.is(sizeOf('가'.repeat(45)), 'sms');
  t.is(sizeOf(`${'가'.repeat(45)}a`), 'lms');
  t.is(sizeOf('a'.repeat(90)), 'sms');
  t.is(sizeOf('a'.repeat(91)), 'lms');
  t.is(sizeOf('가'.repeat(1_000)), 'lms');
  t.is(sizeOf(`${'가'.repeat(1_000)}a`), 'too-long');
  t.is(textChannel(10, true), 'mms');
  t.is(textChannel(2_001, true), 'too-long');
});

test('T13 the sample of the source counts 19, its slip 18', (t) => {
  t.is(checkText('테스트 문자 입니다.').bytes, 19);
  t.is(checkText('테스트 문자입니다.').bytes, 18);
});

test('a decomposed text (macOS) is composed, and counts as what it shows', (t) => {
  const { text, bytes, unsupported } = checkText('테스트'.normalize('NFD'));
  t.is(text, '테스트');
  t.is(bytes, 6);
  t.deepEqual(unsupported, []);
});

test('line ends count once, however they were written', (t) => {
  t.is(checkText('a\r\nb\rc\nd').text, 'a\nb\nc\nd');
  t.is(checkText('a\r\nb').bytes, 3);
});

test('look-alikes are replaced and told, blanks become blanks, the unseen is dropped', (t) => {
  const checked = checkText('₩1,000 – “가격”\u00a0\u200b끝☎\ufe0f');
  t.is(checked.text, '￦1,000 - “가격” 끝☎');
  t.deepEqual(checked.warnings, [
    { code: 'replaced', char: '₩', at: 0, to: '￦' },
    { code: 'replaced', char: '–', at: 7, to: '-' },
  ]);
  t.deepEqual(checked.unsupported, []);
});

test('what cannot be sent is listed with its place in characters of the text as written', (t) => {
  const decomposed = '각'.normalize('NFD');
  t.deepEqual(checkText(`${decomposed}😀나\r\nⓩ🎉\u0007`).unsupported, [
    { char: '😀', at: 3 },
    { char: '🎉', at: 8 },
    { char: '\u0007', at: 9 },
  ]);
  t.deepEqual(checkText('가\ud800나').unsupported, [{ char: '\ud800', at: 1 }]);
});

test('a joined emoji is listed by its parts, not by its joiners', (t) => {
  t.deepEqual(
    checkText('👩‍👧').unsupported.map(({ at }) => at),
    [0, 2],
  );
});

test('syllables that came with CP949 are sent, and warned of', (t) => {
  const { bytes, warnings, unsupported } = checkText('뷁 똠방각하');
  t.is(bytes, 11);
  t.deepEqual(unsupported, []);
  t.deepEqual(
    warnings.map(({ char, at }) => [char, at]),
    [
      ['뷁', 0],
      ['똠', 2],
    ],
  );
});

test('every look-alike stands for one character that CP949 lacks, by one that it has', (t) => {
  for (const [char, to] of LOOK_ALIKES) {
    t.is([...to].length, 1, char);
    t.deepEqual(checkText(to).unsupported, [], `${char} → ${to}`);
    t.deepEqual(checkText(to).warnings, [], `${char} → ${to}`);
  }
  t.true(LOOK_ALIKES.size > 50);
});

test('a checked text stays as it is when checked again, and its bytes are those of the encoder', (t) => {
  const piece = fc.constantFrom(
    '가',
    '각'.normalize('NFD'),
    'é',
    '\u0301',
    '\r',
    '\n',
    '₩',
    '뷁',
    '😀',
    '\u200d',
    'Å',
    '\uf90a',
    'a',
    'ㆍ',
    '\u1161',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (pieces) => {
      const checked = checkText(pieces.join(''));
      const again = checkText(checked.text);
      t.is(again.text, checked.text);
      t.is(again.bytes, checked.bytes);
      t.is(cp949Bytes(checked.text), checked.bytes);
      t.is(again.unsupported.length, checked.unsupported.length);
    }),
    { numRuns: 2_000 },
  );
});
