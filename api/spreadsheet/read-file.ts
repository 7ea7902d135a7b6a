import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import { SHEET_LIMITS, type SheetLimits } from './sheet-limits.ts';
import { SheetRefusal, sheetProblem } from './sheet-refusal.ts';
import type { SheetVerdict } from './sheet-verdict.ts';

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const EMPTY_ZIP = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
/** The container of .xls, and of an .xlsx with a password. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Reads a file by its first bytes, whatever it is called. Throws nothing. Only for a thread that may be ended. */
export async function readFile(file: Buffer, limits: SheetLimits = SHEET_LIMITS): Promise<SheetVerdict> {
  const begins = (mark: Buffer): boolean => file.subarray(0, mark.length).equals(mark);
  try {
    if (file.length > limits.file) throw new SheetRefusal('file-too-large');
    if (file.length === 0) throw new SheetRefusal('no-sheet');
    if (begins(OLE)) throw new SheetRefusal('old-excel');
    if (begins(EMPTY_ZIP)) throw new SheetRefusal('no-spreadsheet');
    const lines = begins(ZIP) ? await readWorkbook(file, limits) : readCsv(file, limits);
    return lines.length === 0 ? { ok: false, problem: sheetProblem('no-sheet') } : { ok: true, lines };
  } catch (error) {
    const problem = error instanceof SheetRefusal ? error.problem : sheetProblem('damaged');
    return { ok: false, problem };
  }
}
