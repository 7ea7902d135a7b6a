/** What one uploaded sheet may cost (S13). Figures of MO-34: 10,000 people below one line of headings. */
export type SheetLimits = typeof SHEET_LIMITS;
export const SHEET_LIMITS = {
  /** Bytes of the file. */
  file: 5 * 1_024 * 1_024,
  /** Parts of a workbook's archive; an ordinary one has about ten. */
  entries: 100,
  /** Bytes of all parts unpacked, as declared, and as counted while they are unpacked. */
  unpacked: 30 * 1_024 * 1_024,
  /** How many times larger a part of more than `ratioFrom` bytes may become. Sheets of equal lines reach about 40. */
  ratio: 200,
  ratioFrom: 1_024 * 1_024,
  lines: 10_001,
  columns: 50,
  /** Characters of one cell, and of all cells. */
  cell: 2_000,
  characters: 4_000_000,
  /** Texts that a workbook's cells share. */
  shared: 500_000,
  /** Characters between two `<`: a longer piece is not handed to the parser, which would collect it whole. */
  piece: 64 * 1_024,
} as const;

/** ms until a thread that is still reading is ended. */
export const SHEET_TIMEOUT_MS = 10_000;
