import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefusal } from './sheet-refusal.ts';
import type { SheetLine } from './sheet-verdict.ts';

export type CellGrid = {
  /** Both count from 1. Throws `SheetRefusal` beyond the limits; an empty text is nothing, wherever it stands. */
  put(line: number, column: number, text: string): void;
  /** In the order of the sheet. */
  lines(): SheetLine[];
};

/** Collects cells. Nothing is laid out by their addresses: one cell at XFD1048576 costs what one cell costs. */
export function createCellGrid(limits: SheetLimits): CellGrid {
  const found = new Map<number, string[]>();
  let characters = 0;
  return {
    put(line, column, given) {
      const text = given.trim();
      if (text === '') return;
      if (column > limits.columns) throw new SheetRefusal('too-many-columns', line);
      if (line > limits.lines) throw new SheetRefusal('too-many-lines', line);
      if (text.length > limits.cell) throw new SheetRefusal('cell-too-long', line);
      characters += text.length;
      if (characters > limits.characters) throw new SheetRefusal('too-much-text', line);
      const cells = found.get(line) ?? [];
      while (cells.length < column) cells.push('');
      cells[column - 1] = text;
      found.set(line, cells);
    },
    lines: () => [...found].sort(([a], [b]) => a - b).map(([line, cells]) => ({ line, cells })),
  };
}
