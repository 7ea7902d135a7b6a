import { parentPort } from 'node:worker_threads';
import { readFile } from './read-file.ts';

parentPort?.once('message', async (file: Uint8Array) => {
  parentPort?.postMessage(await readFile(Buffer.from(file.buffer, file.byteOffset, file.byteLength)));
  parentPort?.close();
});
