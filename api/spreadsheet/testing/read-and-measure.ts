import { createSpreadsheetReader } from '../spreadsheet-reader.ts';

/** A process that does nothing but read files: how far it grows is what the reading takes, peaks included. */
const read = createSpreadsheetReader();
await read(Buffer.from('a,b'));

process.on('message', async (file: Uint8Array) => {
  global.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 2);
  const began = performance.now();
  const verdict = await read(file);
  const ms = performance.now() - began;
  clearInterval(watch);
  peak = Math.max(peak, process.memoryUsage.rss());
  process.send?.({ verdict, grownMb: (peak - before) / 1_024 / 1_024, ms });
});
