import { type Cell, harmless } from './export-rows.ts';

/** Bytes at the beginning by which Excel knows that a CSV is UTF-8. */
const BOM = '\uFEFF';

const field = (cell: Cell): string => {
  const text = String(harmless(cell));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Lines as CSV (RFC 4180), in pieces of many lines. */
export async function* toCsv(lines: AsyncIterable<readonly Cell[]>): AsyncGenerator<string> {
  let piece = BOM;
  for await (const line of lines) {
    piece += `${line.map(field).join(',')}\r\n`;
    if (piece.length < 32_000) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
