import { readMarkup } from './read-markup.ts';
import type { SheetLimits } from './sheet-limits.ts';

/** Formats without a definition of their own that show a date or a time (ECMA-376 part 1, §18.8.30, Korean ones too). */
const isBuiltIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Spreadsheets take no longer ones. */
const LONGEST_FORMAT = 255;

/** What stands in quotation marks, brackets or behind a backslash is shown as it is: `"day"`, `[Red]`. */
const showsDate = (format: string): boolean =>
  format.length <= LONGEST_FORMAT && /[ymdhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, ''));

/** Numbers of the cell styles that show a number as a date or a time. */
export async function readDateStyles(
  bytes: AsyncIterable<Uint8Array>,
  limits: SheetLimits,
): Promise<ReadonlySet<number>> {
  const formats = new Map<string, boolean>();
  const styles = new Set<number>();
  let inCells = false;
  let next = 0;
  await readMarkup(
    bytes,
    {
      open({ name, attributes }) {
        const id = attributes['numFmtId'] ?? '';
        if (name === 'cellXfs') inCells = true;
        if (name === 'numFmt') formats.set(id, showsDate(attributes['formatCode'] ?? ''));
        if (name !== 'xf' || !inCells) return;
        if (formats.get(id) ?? isBuiltIn(Number(id))) styles.add(next);
        next += 1;
      },
      close(name) {
        if (name === 'cellXfs') inCells = false;
      },
    },
    limits,
  );
  return styles;
}

/** 1970-01-01, counted in days from the end of 1899; books of old Macs count from 1904. */
const UNIX_EPOCH = 25_569;
const DAYS_TO_1904 = 1_462;
const LAST_DAY = 2_958_466;

/**
 * A day's number as people read it: `2026-09-21`, with a time where it has one `2026-09-21 14:30`, a time alone `14:30`.
 * Without this a text about an appointment would name the day 46286. What is no such number stays as it is.
 */
export function shownDate(value: string, from1904: boolean): string {
  const days = Number(value);
  if (value === '' || !(days >= 0 && days < LAST_DAY)) return value;
  const since1970 = days - UNIX_EPOCH + (from1904 ? DAYS_TO_1904 : 0);
  const shown = new Date(Math.round(since1970 * 86_400) * 1_000).toISOString();
  const [date = '', time = ''] = shown.slice(0, 19).split('T');
  const short = time.endsWith(':00') ? time.slice(0, 5) : time;
  if (days < 1) return short;
  return short === '00:00' ? date : `${date} ${short}`;
}
