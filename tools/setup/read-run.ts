import { readFile } from 'node:fs/promises';
import { CallwrightError } from '../../contracts/errors.ts';

/** Reads what a running engine left for commands beside it; absent, the engine does not run. */
export async function readRun(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    const words = 'the engine is not running: run `npm start` in another terminal first';
    throw new CallwrightError('config/invalid', words, { cause });
  }
}
