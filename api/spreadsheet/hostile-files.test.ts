import { fork } from 'node:child_process';
import { once } from 'node:events';
import test from 'ava';
import { type Part, WORKBOOK, workbook, zip } from '../testing/make-workbook.ts';
import type { SheetProblemCode, SheetVerdict } from './sheet-verdict.ts';
import { createSpreadsheetReader } from './spreadsheet-reader.ts';

const MB = 1_024 * 1_024;
const cell = (place: string, text = 'x'): string => `<row><c r="${place}" t="str"><v>${text}</v></c></row>`;
const inSheet = (data: Buffer | string, claims: Part['claims'] = {}): Buffer =>
  zip([...WORKBOOK, { name: 'xl/worksheets/sheet1.xml', data, claims }]);
const bomb = Buffer.concat([
  Buffer.from('<worksheet><row><c t="str"><v>'),
  Buffer.alloc(300 * MB, 'a'),
  Buffer.from('</v></c></row></worksheet>'),
]);
const ENTITIES = `<!DOCTYPE a [<!ENTITY a0 "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('')}]>`;
const good = workbook(cell('A1', 'good'));

/** Made when their turn comes: the largest takes 300 MB to write. */
const FILES: [name: string, code: SheetProblemCode, make: () => Buffer][] = [
  ['300 MB in one cell', 'unpacks-too-large', () => inSheet(bomb)],
  ['the same, said to be 1 KB', 'damaged', () => inSheet(bomb, { size: 1_024 })],
  ['25 MB in one cell', 'packed-too-tight', () => workbook(cell('A1', 'a'.repeat(25 * MB)))],
  ['25 MB in one cell, not packed tight', 'cell-too-long', () => workbook(cell('A1', noise(4 * MB)))],
  ['a cell at XFD1048576', 'too-many-columns', () => workbook(cell('XFD1048576'))],
  ['a cell at A1048576', 'too-many-lines', () => workbook(cell('A1048576'))],
  ['a cell nowhere', 'damaged', () => workbook(cell('constructor'))],
  [
    '1,000,000 columns',
    'packed-too-tight',
    () => workbook(`<row>${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`),
  ],
  ['60,000 columns', 'too-many-columns', () => workbook(`<row>${'<c><v>1</v></c>'.repeat(60_000)}</row>`)],
  ['1,000,000 lines', 'packed-too-tight', () => workbook('<row><c><v>1</v></c></row>'.repeat(1_000_000))],
  ['35,000 lines', 'too-many-lines', () => workbook('<row><c><v>1</v></c></row>'.repeat(35_000))],
  ['entities that grow', 'markup-not-allowed', () => inSheet(`${ENTITIES}<worksheet>&a9;</worksheet>`)],
  [
    'a file of ours as an entity',
    'markup-not-allowed',
    () => inSheet('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>&b;</worksheet>'),
  ],
  ['an entity without DOCTYPE', 'damaged', () => workbook(cell('A1', '&lol;'))],
  ['a comment of 900 KB', 'markup-not-allowed', () => workbook(`<!--${'<>'.repeat(450_000)}-->`)],
  ['an attribute of 2 MB', 'cell-too-long', () => workbook(`<row r="${noise(2 * MB)}"/>`)],
  ['tags within tags', 'no-sheet', () => workbook(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`)],
  ['tags that do not end', 'damaged', () => inSheet('<a>'.repeat(100_000))],
  [
    'a way out of the folder',
    'bad-entry-name',
    () => workbook('', '', [{ name: '../../etc/passwd', data: 'x' }]),
  ],
  ['a way from the root', 'bad-entry-name', () => workbook('', '', [{ name: '/etc/passwd', data: 'x' }])],
  [
    'a way out in the manner of Windows',
    'bad-entry-name',
    () => workbook('', '', [{ name: '..\\x', data: 'x' }]),
  ],
  [
    'a link',
    'bad-entry-name',
    () => workbook('', '', [{ name: 'l', data: '/etc', claims: { attributes: 0xa1ff0000 } }]),
  ],
  [
    '101 parts',
    'too-many-entries',
    () =>
      workbook(
        '',
        '',
        Array.from({ length: 97 }, (_, n) => ({ name: `p${n}`, data: '' })),
      ),
  ],
  ['the same part twice', 'damaged', () => workbook('', '', [{ name: 'xl/workbook.xml', data: '<a/>' }])],
  ['a password', 'encrypted', () => inSheet('<a/>', { flags: 1 })],
  ['another way of packing', 'damaged', () => inSheet('<a/>', { method: 99 })],
  ['a part said to be larger', 'damaged', () => inSheet('<worksheet/>', { size: 5_000 })],
  ['a part said to be packed larger', 'damaged', () => inSheet('<worksheet/>', { packed: 4_000_000_000 })],
  ['half a file', 'damaged', () => good.subarray(0, good.length / 2)],
  [
    'noise behind the first bytes',
    'damaged',
    () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from(noise(MB))]),
  ],
  ['an empty archive', 'no-spreadsheet', () => zip([])],
  ['a shared text that is not there', 'damaged', () => workbook('<row><c t="s"><v>9</v></c></row>')],
  [
    'a long shared text in every cell',
    'too-much-text',
    () => workbook('<row><c t="s"><v>0</v></c></row>'.repeat(10_000), `<si><t>${noise(2_000)}</t></si>`),
  ],
  [
    'too many shared texts',
    'too-much-text',
    () => workbook(cell('A1'), Array.from({ length: 600_000 }, (_, n) => `<si><t>${n}</t></si>`).join('')),
  ],
  ['900 KB of letters that nobody knows', 'damaged', () => inSheet(Buffer.alloc(900_000, 0xff))],
];

/** Letters that do not pack: the lowest digits of a simple sequence. */
function noise(length: number): string {
  const bytes = Buffer.alloc(length);
  let seed = 7;
  for (let at = 0; at < length; at += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[at] = 97 + ((seed >>> 16) % 26);
  }
  return bytes.toString('latin1');
}

type Told = { verdict: SheetVerdict; grownMb: number; ms: number };

test('S13: hostile files are refused by their code, and the process that reads them grows by less than 100 MB', async (t) => {
  const child = fork(new URL('./testing/read-and-measure.ts', import.meta.url), {
    serialization: 'advanced',
  });
  t.teardown(() => child.kill());
  let [slowest, most] = [
    { ms: 0, name: '' },
    { grownMb: 0, name: '' },
  ];
  for (const [name, code, make] of FILES) {
    child.send(make());
    const [told] = (await once(child, 'message')) as [Told];
    t.is(told.verdict.ok ? 'read' : told.verdict.problem.code, code, name);
    t.true(told.grownMb < 100, `${name}: ${told.grownMb.toFixed()} MB`);
    if (told.ms > slowest.ms) slowest = { ms: told.ms, name };
    if (told.grownMb > most.grownMb) most = { grownMb: told.grownMb, name };
  }
  child.send(good);
  const [{ verdict }] = (await once(child, 'message')) as [Told];
  t.deepEqual(verdict, { ok: true, lines: [{ line: 1, cells: ['good'] }] });
  t.log(
    `${FILES.length} files; slowest ${slowest.ms.toFixed()} ms (${slowest.name}), ` +
      `most memory ${most.grownMb.toFixed()} MB (${most.name})`,
  );
});

test('a thread that does not finish, wants too much memory or dies is a verdict, and the next file is read', async (t) => {
  const of = (name: string): URL => new URL(`./testing/${name}-thread.ts`, import.meta.url);
  const code = async (thread: URL, timeoutMs?: number): Promise<string> => {
    const verdict = await createSpreadsheetReader(thread, timeoutMs)(good);
    return verdict.ok ? 'read' : verdict.problem.code;
  };
  t.is(await code(of('endless'), 200), 'too-slow');
  t.is(await code(of('greedy')), 'needs-too-much');
  t.is(await code(of('dying')), 'damaged');
  const read = createSpreadsheetReader();
  const verdicts = await Promise.all(Array.from({ length: 10 }, () => read(good)));
  t.deepEqual(
    verdicts.map((verdict) => (verdict.ok ? 'read' : verdict.problem.code)),
    [...Array.from({ length: 8 }, () => 'read'), 'busy', 'busy'],
  );
  t.like(await read(Buffer.alloc(5 * MB + 1)), { problem: { code: 'file-too-large' } });
});
