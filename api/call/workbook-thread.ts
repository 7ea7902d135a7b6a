import { parentPort } from 'node:worker_threads';
import writeXlsxFile from 'write-excel-file/node';
import { type Cell, harmless } from './export-rows.ts';
import type { ToThread } from './workbook.ts';

/** Widths in characters: an id, then what fits an instant. */
const WIDTHS = [38, ...Array.from({ length: 11 }, () => 20)];

/** `write-excel-file` looks texts up in an object, where names like `constructor` are found without having been put in. */
const nameOfObjects = (text: string): boolean => text in {};

/** A cell as the library takes it; empty ones are left out. */
function toCell(cell: Cell): Cell | null {
  const safe = harmless(cell);
  if (safe === '') return null;
  return typeof safe === 'string' && nameOfObjects(safe) ? `'${safe}` : safe;
}

const rows: (Cell | null)[][] = [];

parentPort?.on('message', async (message: ToThread) => {
  if (message !== 'write') {
    for (const line of message) rows.push(line.map(toCell));
    return;
  }
  const columns = WIDTHS.map((width) => ({ width }));
  const file = await writeXlsxFile(rows, { sheet: 'calls', stickyRowsCount: 1, columns }).toBuffer();
  parentPort?.postMessage(file);
  parentPort?.close();
});
