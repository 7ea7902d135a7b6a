import { createCellGrid } from './cell-grid.ts';
import { decodeCp949 } from './decode-cp949.ts';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefusal } from './sheet-refusal.ts';
import type { SheetLine } from './sheet-verdict.ts';

/**
 * The cells of a CSV file (RFC 4180; `,`, `;` or tab, whichever the first line has most of). UTF-8 with or without a
 * mark, UTF-16 with one, else CP949: what Excel in Korea writes for “CSV (쉼표로 분리)”. Throws `SheetRefusal`.
 */
export function readCsv(file: Buffer, limits: SheetLimits): SheetLine[] {
  const text = decoded(file);
  if (text.includes('\0')) throw new SheetRefusal('no-spreadsheet');
  const grid = createCellGrid(limits);
  const delimiter = delimiterOf(text);
  const end = new RegExp(`[${delimiter}\\r\\n]`, 'g');
  let [line, column, at] = [1, 1, 0];
  while (at < text.length) {
    const field = text[at] === '"' ? quoted(text, at) : bare(text, at, end);
    if (field === undefined) throw new SheetRefusal('damaged', line);
    grid.put(line, column, field.text);
    const next = text[field.end];
    if (next === delimiter) column += 1;
    else if (next === '\r' || next === '\n') [line, column] = [line + 1, 1];
    else if (next !== undefined) throw new SheetRefusal('damaged', line);
    at = field.end + (next === '\r' && text[field.end + 1] === '\n' ? 2 : 1);
  }
  return grid.lines();
}

type Field = { text: string; end: number };

function bare(text: string, from: number, end: RegExp): Field {
  end.lastIndex = from;
  const place = end.exec(text)?.index ?? text.length;
  return { text: text.slice(from, place), end: place };
}

/** Two quotation marks within are one; undefined when the last is missing. By places: a pattern would keep each step. */
function quoted(text: string, from: number): Field | undefined {
  let place = text.indexOf('"', from + 1);
  while (place !== -1 && text[place + 1] === '"') place = text.indexOf('"', place + 2);
  if (place === -1) return undefined;
  return { text: text.slice(from + 1, place).replaceAll('""', '"'), end: place + 1 };
}

function decoded(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    const text = decodeCp949(file);
    if (text === undefined) throw new SheetRefusal('unknown-letters');
    return text;
  }
}

function delimiterOf(text: string): string {
  const first = text.slice(0, 10_000).split(/[\r\n]/, 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: first.split(mark).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}
