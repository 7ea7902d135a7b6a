/** Why a file is refused, a closed set. */
export const SHEET_PROBLEMS = [
  'file-too-large',
  'no-spreadsheet',
  'old-excel',
  'encrypted',
  'damaged',
  'too-many-entries',
  'bad-entry-name',
  'unpacks-too-large',
  'packed-too-tight',
  'markup-not-allowed',
  'no-sheet',
  'too-many-lines',
  'too-many-columns',
  'cell-too-long',
  'too-much-text',
  'unknown-letters',
  'too-slow',
  'needs-too-much',
  'busy',
] as const;
export type SheetProblemCode = (typeof SHEET_PROBLEMS)[number];

/** `line` counts from 1, as spreadsheets show it. */
export type SheetProblem = { code: SheetProblemCode; message: string; line: number | null };

/** A line that has anything in it; cells as texts, a missing one is empty. */
export type SheetLine = { line: number; cells: string[] };

export type SheetVerdict = { ok: true; lines: SheetLine[] } | { ok: false; problem: SheetProblem };
