import { createCellGrid } from './cell-grid.ts';
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
    const sharedBytes = parts.shared === undefined ? undefined : await zip.read(parts.shared);
    const shared = sharedBytes === undefined ? [] : await readSharedTexts(sharedBytes, limits);
    const sheet = await zip.read(parts.sheet);
    if (sheet === undefined) throw new SheetRefusal('no-sheet');
    const grid = createCellGrid(limits);
    await readCells(sheet, shared, grid, limits);
    return grid.lines();
  } finally {
    zip.close();
  }
}
