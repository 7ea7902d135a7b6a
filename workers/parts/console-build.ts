import { existsSync, readdirSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { startChild } from './child.ts';
import { consoleFolder } from './console-folder.ts';
import type { PartLog } from './part-log.ts';

const script = fileURLToPath(new URL('./console-build-child.ts', import.meta.url));

export type ConsoleBuild = {
  readonly log: PartLog;
  readonly signal?: AbortSignal;
  /** Where the result goes; by default the folder that belongs to the present sources. */
  readonly folder?: string;
};

/**
 * Builds the console unless it is there: a few seconds, in a process of its own, so that the supervisor keeps
 * listening. True when there is a console to serve; a failure is one line, since calls do not need it.
 */
export async function buildConsole({
  log,
  signal,
  folder = consoleFolder(),
}: ConsoleBuild): Promise<boolean> {
  if (existsSync(join(folder, 'index.html'))) return true;
  const unfinished = `${folder}.${process.pid}`;
  const words: string[] = [];
  try {
    const child = await startChild({
      name: 'console build',
      argv: [process.execPath, script, unfinished],
      env: { ...process.env, NODE_ENV: 'production' },
      onLine: (line) => words.push(line),
    });
    signal?.addEventListener('abort', child.kill, { once: true });
    const { code } = await child.exited;
    signal?.removeEventListener('abort', child.kill);
    if (code === 0) return await putInPlace(unfinished, folder);
  } catch (error) {
    words.push(error instanceof Error ? error.message : String(error));
  }
  await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
  if (signal?.aborted !== true)
    log.warn(`the console was not built, calls go on without it: ${reason(words)}`);
  return false;
}

/** Whole or not at all: two that build at once do not mix their files. Builds of other sources are removed. */
async function putInPlace(unfinished: string, folder: string): Promise<boolean> {
  await rename(unfinished, folder).catch(async (error: unknown) => {
    if (!existsSync(join(folder, 'index.html'))) throw error;
    await rm(unfinished, { recursive: true, force: true });
  });
  await removeOlder(folder);
  return true;
}

/** Some are kept: an engine of the sources before may still serve them. */
const KEPT = 4;

async function removeOlder(folder: string): Promise<void> {
  const dist = dirname(folder);
  const others = readdirSync(dist)
    .filter((name) => /^[0-9a-f]{16}$/.test(name) && name !== basename(folder))
    .map((name) => join(dist, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const other of others.slice(KEPT)) await rm(other, { recursive: true, force: true });
}

/** The line that names the fault; around it the bundler draws the place. */
function reason(words: readonly string[]): string {
  const said = words.map((line) => stripVTControlCharacters(line).trim());
  return said.find((line) => /\[[A-Z_]+\]|Error\b/.test(line)) ?? said[0] ?? 'it ended without a word';
}
