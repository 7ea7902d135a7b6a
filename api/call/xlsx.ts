import { type Cell, harmless } from './export-rows.ts';
import { zipped } from './zip.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The least that a workbook of one sheet consists of (ECMA-376 part 1). */
const FRAME = {
  '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="calls" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
} as const;

/** Lines as a workbook of one sheet, streamed: a library that builds it whole would hold 100,000 rows in memory. */
export const toXlsx = (lines: AsyncIterable<readonly Cell[]>): AsyncGenerator<Buffer> =>
  zipped([
    ...Object.entries(FRAME).map(([name, text]) => ({ name, text: [text] })),
    { name: 'xl/worksheets/sheet1.xml', text: sheet(lines) },
  ]);

async function* sheet(lines: AsyncIterable<readonly Cell[]>): AsyncGenerator<string> {
  const pane =
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
  let piece = `${XML}<worksheet xmlns="${SHEET}"><sheetViews>${pane}</sheetViews><cols><col min="1" max="1" width="38" customWidth="1"/><col min="2" max="12" width="20" customWidth="1"/></cols><sheetData>`;
  for await (const line of lines) {
    piece += `<row>${line.map(cellXml).join('')}</row>`;
    if (piece.length < 64_000) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</sheetData></worksheet>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** What XML 1.0 cannot hold at all; Excel refuses the whole file for one of these. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function cellXml(cell: Cell): string {
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  const text = String(harmless(cell))
    .replace(NOT_XML, '')
    .replace(/[&<>]/g, (char) => ESCAPES[char] ?? char);
  return `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
