import test from 'ava';
import iconv from 'iconv-lite';
import { decodeCp949 } from './decode-cp949.ts';
import { readFile } from './read-file.ts';

const rows = async (text: string | Buffer): Promise<unknown> => {
  const verdict = await readFile(Buffer.from(text as string));
  return verdict.ok ? verdict.lines.map(({ line, cells }) => [line, ...cells]) : verdict.problem.code;
};

const TEXT =
  '수신번호,이름\r\n010-1234-5678,홍길동\r\n\r\n01012345678,"쉼표, ""따옴표"", 줄\n바꿈"\r\n,뷁똠€';
const READ = [
  [1, '수신번호', '이름'],
  [2, '010-1234-5678', '홍길동'],
  [4, '01012345678', '쉼표, "따옴표", 줄\n바꿈'],
  [5, '', '뷁똠€'],
];

test('a CSV is read in every writing that Korean spreadsheets save', async (t) => {
  t.deepEqual(await rows(TEXT), READ);
  t.deepEqual(await rows(`\ufeff${TEXT}`), READ);
  t.deepEqual(await rows(iconv.encode(TEXT, 'cp949')), READ);
  t.deepEqual(await rows(iconv.encode(TEXT, 'utf-16le', { addBOM: true })), READ);
  t.deepEqual(await rows('번호\t이름\n1\t2'), [
    [1, '번호', '이름'],
    [2, '1', '2'],
  ]);
  t.deepEqual(await rows('번호;이름\n1;a,b'), [
    [1, '번호', '이름'],
    [2, '1', 'a,b'],
  ]);
});

test('CP949 is read as iconv reads it, each of its letters, and nothing else', (t) => {
  for (let first = 0x81; first <= 0xff; first += 1)
    for (let second = 0; second <= 0xff; second += 1) {
      const bytes = Buffer.of(first, second);
      const letter = iconv.decode(bytes, 'cp949');
      const known = letter.length === 1 && letter !== '\ufffd';
      if ((decodeCp949(bytes) ?? '') !== (known ? letter : '')) t.fail(bytes.toString('hex'));
    }
  t.is(decodeCp949(Buffer.from('abc')), 'abc');
  t.is(decodeCp949(Buffer.of(0x41, 0xb0)), undefined);
});

test('what is no CSV is refused by its code', async (t) => {
  const refused: [Buffer | string, string][] = [
    ['', 'no-sheet'],
    ['\n,,\n', 'no-sheet'],
    ['a,"b', 'damaged'],
    ['a,"b"c', 'damaged'],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xff]), 'unknown-letters'],
    ['a\0b', 'no-spreadsheet'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'old-excel'],
    [Buffer.alloc(5 * 1_024 * 1_024 + 1, 'a'), 'file-too-large'],
    [`a,${'가'.repeat(2_001)}`, 'cell-too-long'],
    [`"${'""'.repeat(2_000_000)}"`, 'cell-too-long'],
    ['가,'.repeat(51), 'too-many-columns'],
    [','.repeat(1_000_000).concat('x'), 'too-many-columns'],
    ['x\n'.repeat(10_002), 'too-many-lines'],
    [`${'\n'.repeat(10_001)}x`, 'too-many-lines'],
    [`${'가'.repeat(420)}\n`.repeat(10_000), 'file-too-large'],
    [`${'a'.repeat(450)}\n`.repeat(10_000), 'too-much-text'],
  ];
  for (const [file, code] of refused) t.is(await rows(file), code, String(file).slice(0, 20));
});
