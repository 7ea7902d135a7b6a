import test from 'ava';
import writeXlsxFile from 'write-excel-file/node';
import { WORKBOOK, workbook, zip } from '../testing/make-workbook.ts';
import { readFile } from './read-file.ts';

const rows = async (file: Buffer): Promise<unknown> => {
  const verdict = await readFile(file);
  return verdict.ok ? verdict.lines.map(({ line, cells }) => [line, ...cells]) : verdict.problem.code;
};

test('shared, inline, formula and plain cells are read as texts, numbers as they are written', async (t) => {
  const shared =
    '<si><t>수신번호</t></si><si><r><t xml:space="preserve">이 </t></r><r><t>름</t></r><rPh sb="0" eb="1"><t>읽기</t></rPh></si>';
  const cells = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
    <row r="3"><c r="A3"><v>1012345678</v></c><c r="C3" t="inlineStr"><is><t>a &amp; &#xac00;</t></is></c></row>
    <row r="4"><c r="A4"><v>1.012345678E9</v></c><c r="B4"><v>1012345678.0</v></c><c r="C4"><v>3.14</v></c></row>
    <row><c t="str"><f>A1</f><v>식</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c s="1"/></row>`;
  t.deepEqual(await rows(workbook(cells, shared)), [
    [1, '수신번호', '이 름'],
    [3, '1012345678', '', 'a & 가'],
    [4, '1012345678', '1012345678', '3.14'],
    [5, '식', 'TRUE', '#N/A'],
  ]);
});

test('a workbook of another library is read, zeros in front and all, also as large as is allowed', async (t) => {
  const lines = Array.from({ length: 10_000 }, (_, n) => [
    `010${String(n).padStart(8, '0')}`,
    '같은 이름',
    n,
  ]);
  const file = await writeXlsxFile([['수신번호', '이름', '금액'], ...lines], { sheet: 'a' }).toBuffer();
  const verdict = await readFile(file);
  if (!verdict.ok) return t.fail(verdict.problem.code);
  t.is(verdict.lines.length, 10_001);
  t.deepEqual(verdict.lines[0]?.cells, ['수신번호', '이름', '금액']);
  t.deepEqual(verdict.lines.at(-1), { line: 10_001, cells: ['01000009999', '같은 이름', '9999'] });
});

test('names with prefixes, absolute targets, a hidden first sheet and a missing table of texts are no obstacle', async (t) => {
  const id = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const file = zip([
    {
      name: 'xl/workbook.xml',
      data: `<x:workbook xmlns:x="a" xmlns:r="${id}"><x:sheets><x:sheet state="hidden" r:id="r1"/><x:sheet r:id="r2"/></x:sheets></x:workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: '<Relationships><Relationship Id="r1" Type="w" Target="no.xml"/><Relationship Id="r2" Type="w" Target="/xl/two.xml"/></Relationships>',
    },
    {
      name: 'xl/two.xml',
      data: '<x:worksheet xmlns:x="a"><x:row><x:c><x:v>7</x:v></x:c></x:row></x:worksheet>',
    },
  ]);
  t.deepEqual(await rows(file), [[1, '7']]);
  t.is(await rows(zip(WORKBOOK)), 'no-sheet');
  t.is(await rows(zip([{ name: 'word/document.xml', data: '<a/>' }])), 'no-spreadsheet');
});

test('what a spreadsheet shows as a date or a time is read as one, also when days are counted from 1904', async (t) => {
  const id = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const book = (from1904: string): Buffer =>
    zip([
      {
        name: 'xl/workbook.xml',
        data: `<workbook xmlns:r="${id}"><workbookPr date1904="${from1904}"/><sheet r:id="r1"/></workbook>`,
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        data: '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="a.xml"/><Relationship Id="r2" Type="x/styles" Target="s.xml"/></Relationships>',
      },
      {
        name: 'xl/s.xml',
        data: `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;년&quot; m&quot;월&quot;"/><numFmt numFmtId="165" formatCode="#,##0&quot;day&quot;"/></numFmts>
          <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
      },
      {
        name: 'xl/a.xml',
        data: `<worksheet><row>${[
          '0">46286',
          '1">46286',
          '2">46286.604166666664',
          '1">0.5',
          '3">46286',
          '1">nonsense',
          '1">1e300',
          '1">46286.000011574',
        ]
          .map((cell) => cell.replace(/(.*)">(.*)/, '<c s="$1"><v>$2</v></c>'))
          .join('')}</row></worksheet>`,
      },
    ]);
  const shown = [
    '46286',
    '2026-09-21',
    '2026-09-21 14:30',
    '12:00',
    '46286',
    'nonsense',
    '1e300',
    '2026-09-21 00:00:01',
  ];
  t.deepEqual(await rows(book('0')), [[1, ...shown]]);
  t.like(await rows(book('1')), { 0: { 2: '2030-09-22' } });
});
