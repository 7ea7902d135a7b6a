import { createCellGrid } from './cell-grid.ts';
import { readDateStyles } from './date-styles.ts';
import { findFirstSheet } from './first-sheet.ts';
import { readCells } from './read-cells.ts';
import { readSharedTexts } from './shared-texts.ts';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefusal } from './sheet-refusal.ts';
import type { SheetLine } from './sheet-verdict.ts';
import { openZip } from './zip-parts.ts';

/** The cells of the first visible sheet of an .xlsx file as texts. Throws `SheetRefusal`. */
export async function readWorkbook(file: Buffer, limits: SheetLimits): Promise<SheetLine[]> {
  const zip = await openZip(file, limits);
  try {
    const parts = await findFirstSheet(zip, limits);
    const bytesOf = async (part: string | undefined) => (part === undefined ? undefined : zip.read(part));
    const sharedBytes = await bytesOf(parts.shared);
    const shared = sharedBytes === undefined ? [] : await readSharedTexts(sharedBytes, limits);
    const styleBytes = await bytesOf(parts.styles);
    const dates = styleBytes === undefined ? new Set<number>() : await readDateStyles(styleBytes, limits);
    const sheet = await zip.read(parts.sheet);
    if (sheet === undefined) throw new SheetRefusal('no-sheet');
    const grid = createCellGrid(limits);
    await readCells(sheet, { shared, dates, from1904: parts.from1904 }, grid, limits);
    return grid.lines();
  } finally {
    zip.close();
  }
}
