import { buildConsole } from '../../../workers/parts/console-build.ts';
import { consoleFolder } from '../../../workers/parts/console-folder.ts';

let built: Promise<string> | undefined;

/**
 * Folder of the built console, the same for all of a test file: sources that are edited while it runs have another.
 * Rejects with what the build said.
 */
export function builtConsole(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  const faults: string[] = [];
  const folder = consoleFolder();
  const log = { info: () => undefined, warn: (line: string) => void faults.push(line) };
  if (!(await buildConsole({ log, folder }))) throw new Error(faults.join('\n'));
  return folder;
}
