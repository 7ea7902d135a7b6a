import type { CellGrid } from './cell-grid.ts';
import { shownDate } from './date-styles.ts';
import { readMarkup, type Tag } from './read-markup.ts';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefusal } from './sheet-refusal.ts';

/** What cells refer to. */
export type BookParts = {
  shared: readonly string[];
  /** Styles that show a number as a date. */
  dates: ReadonlySet<number>;
  from1904: boolean;
};

/** Reads `sheetData` of a sheet into the grid (ECMA-376 part 1, §18.3.1). Throws `SheetRefusal`. */
export async function readCells(
  bytes: AsyncIterable<Uint8Array>,
  book: BookParts,
  grid: CellGrid,
  limits: SheetLimits,
): Promise<void> {
  let line = 0;
  let column = 0;
  let type = 'n';
  let style = 0;
  let value = '';
  let taking = false;
  let inReading = false;

  const open = ({ name, attributes }: Tag): void => {
    if (name === 'row') {
      line = lineOf(attributes['r']) ?? line + 1;
      column = 0;
    }
    if (name === 'c') {
      const place = placeOf(attributes['r']);
      line = place?.line ?? line;
      column = place?.column ?? column + 1;
      type = attributes['t'] ?? 'n';
      style = Number(attributes['s'] ?? 0);
      value = '';
    }
    if (name === 'rPh') inReading = true;
    taking = !inReading && (type === 'inlineStr' ? name === 't' : name === 'v');
  };
  const text = (more: string): void => {
    if (!taking) return;
    value += more;
    if (value.length > limits.cell) throw new SheetRefusal('cell-too-long', line);
  };
  const close = (name: string): void => {
    taking = false;
    if (name === 'rPh') inReading = false;
    if (name === 'c') grid.put(line, column, shownAs({ type, style, value }, book));
  };
  await readMarkup(bytes, { open, text, close }, limits);
}

/** Rows and cells may leave out where they are; then they follow the one before. */
function lineOf(place: string | undefined): number | undefined {
  if (place === undefined) return undefined;
  if (!/^[1-9][0-9]{0,6}$/.test(place)) throw new SheetRefusal('damaged');
  return Number(place);
}

/** `AB12` → line 12, column 28. */
function placeOf(place: string | undefined): { line: number; column: number } | undefined {
  if (place === undefined) return undefined;
  const [, letters, line] = /^([A-Z]{1,3})([1-9][0-9]{0,6})$/.exec(place) ?? [];
  if (letters === undefined) throw new SheetRefusal('damaged');
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { line: Number(line), column };
}

type RawCell = { type: string; style: number; value: string };

function shownAs({ type, style, value }: RawCell, { shared, dates, from1904 }: BookParts): string {
  if (type === 'n') return dates.has(style) ? shownDate(value, from1904) : asWritten(value);
  if (type === 'b') return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : '';
  if (type !== 's') return value;
  const text = value === '' ? '' : shared[Number(value)];
  if (text === undefined) throw new SheetRefusal('damaged');
  return text;
}

/** Some writers say `1012345678.0` or `1.012345678E9` for a number that people see as 1012345678. */
function asWritten(value: string): string {
  const number = Number(value);
  return /[.eE]/.test(value) && Number.isSafeInteger(number) ? String(number) : value;
}
