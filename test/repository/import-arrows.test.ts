import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test from 'ava';
import { DEEPEST, IMPORT_TABLE } from '../../tools/lint/import-table.ts';
import { ROOT } from '../../tools/source-files.ts';

const ROOMS = [...IMPORT_TABLE.map(({ room }) => room), 'workers'];

/** Lints a small repository of these files with our own configuration; returns what was said of each file. */
function lint(files: Readonly<Record<string, string>>): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'callwright-arrows-'));
  try {
    cpSync(join(ROOT, 'biome.json'), join(folder, 'biome.json'));
    cpSync(join(ROOT, 'tools/lint'), join(folder, 'tools/lint'), { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return messages(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function messages(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of biome(folder).split('\n')) {
    const match = /^::error title=(?<rule>[^,]+),file=(?<file>[^,]+),.*?::(?<words>.*)$/.exec(line);
    if (match?.groups === undefined) continue;
    const { rule = '', file = '', words = '' } = match.groups;
    const path = file.replace(`${folder}/`, '');
    found.set(path, `${found.get(path) ?? ''}${rule}: ${words}\n`);
  }
  return found;
}

function biome(folder: string): string {
  const args = ['lint', '--reporter=github', '--max-diagnostics=none', '.'];
  const program = join(ROOT, 'node_modules/.bin/biome');
  try {
    return execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

/** A file in `room`, `depth` folders deep, that imports `target` of another room. */
function fileAt(room: string, depth: number, name: string): { path: string; up: string } {
  return { path: `${room}/${'sub/'.repeat(depth - 1)}${name}.ts`, up: '../'.repeat(depth) };
}

const depths = Array.from({ length: DEEPEST }, (_, index) => index + 1);

test('every arrow that the table does not have is refused, at every depth, with its reason', (t) => {
  const files: Record<string, string> = {};
  const reasons = new Map<string, string>();
  for (const { room, rooms, reason } of IMPORT_TABLE) {
    for (const depth of depths) {
      for (const target of ROOMS.filter((other) => other !== room && !rooms.includes(other))) {
        const { path, up } = fileAt(room, depth, `to-${target}`);
        files[path] = `import { x } from '${up}${target}/call/x.ts';\nexport const y: number = x;\n`;
        reasons.set(path, reason);
      }
    }
  }
  const said = lint(files);
  for (const [path, reason] of reasons)
    t.true(said.get(path)?.includes(reason), `${path}: ${said.get(path)}`);
});

test('every arrow of the table, and any import within a room, is allowed', (t) => {
  const files: Record<string, string> = {};
  for (const { room, rooms } of IMPORT_TABLE) {
    for (const depth of depths) {
      for (const target of rooms) {
        const { path, up } = fileAt(room, depth, `to-${target}`);
        files[path] = `import type { X } from '${up}${target}/call/x.ts';\nexport type Y = X;\n`;
      }
      const { path } = fileAt(room, depth, 'inside');
      files[path] = `import type { X } from './x.ts';\nexport type Y = X;\n`;
      if (depth > 1) files[path] += `export type { Z } from '../api/z.ts';\n`;
    }
  }
  t.deepEqual([...lint(files)], []);
});

test('packages beyond the table are refused; those in it are allowed', (t) => {
  const said = lint({
    'contracts/a.ts': `import { Client } from 'pg';\nexport const c: typeof Client = Client;\n`,
    'workflows/call/a.ts': `import { readFileSync } from 'node:fs';\nexport const c: typeof readFileSync = readFileSync;\n`,
    'ivr-scenarios/b.ts': `import { sleep } from '@temporalio/workflow';\nexport const c: typeof sleep = sleep;\n`,
    'freeswitch/esl/c.ts': `import { connect } from 'node:net';\nimport { setTimeout } from 'node:timers/promises';\nexport const c: unknown = [connect, setTimeout];\n`,
    'workflows/call/d.ts': `import { sleep } from '@temporalio/workflow';\nexport const c: typeof sleep = sleep;\n`,
  });
  t.deepEqual([...said.keys()].sort(), ['contracts/a.ts', 'ivr-scenarios/b.ts', 'workflows/call/a.ts']);
});

test('workflows may name the types of activities, not run them', (t) => {
  const said = lint({
    'workflows/call/value.ts': `import { play } from '../../activities/call/play.ts';\nexport const c: unknown = play;\n`,
    'workflows/call/mixed.ts': `import { type A, play } from '../../activities/call/play.ts';\nexport const c: A = play;\n`,
    'workflows/call/type.ts': `import type { play } from '../../activities/call/play.ts';\nexport type P = typeof play;\n`,
  });
  t.regex(said.get('workflows/call/value.ts') ?? '', /types of activities only/);
  t.regex(said.get('workflows/call/mixed.ts') ?? '', /types of activities only/);
  t.is(said.get('workflows/call/type.ts'), undefined);
});

test('clock, chance, process and environment are refused where they do not belong', (t) => {
  const said = lint({
    'ivr-scenarios/clock.ts': 'export const a: number = Date.now();\n',
    'ivr-scenarios/date.ts': 'export const a: Date = new Date();\n',
    'workflows/call/chance.ts': 'export const a: number = Math.random();\n',
    'workflows/call/crypto.ts': 'export const a: string = crypto.randomUUID();\n',
    'workflows/call/process.ts': 'export const a: number = process.pid;\n',
    'db/env.ts': `export const a: string | undefined = process.env['A'];\n`,
    'workers/env.ts': 'export const a: string | undefined = process.env.A;\n',
    'ivr-scenarios/given.ts': 'export const a = (at: number): Date => new Date(at);\n',
  });
  t.deepEqual([...said.keys()].sort(), [
    ...['db/env.ts', 'ivr-scenarios/clock.ts', 'ivr-scenarios/date.ts'],
    ...['workflows/call/chance.ts', 'workflows/call/crypto.ts', 'workflows/call/process.ts'],
  ]);
});

test('a promise that nobody waits for, an import cycle and a plain Error are refused', (t) => {
  const said = lint({
    'db/later.ts': 'export async function later(): Promise<void> {}\n',
    'db/floating.ts': `import { later } from './later.ts';\nexport function go(): void {\n  later();\n}\n`,
    'db/one.ts': `import { two } from './two.ts';\nexport const one = (): unknown => two;\n`,
    'db/two.ts': `import { one } from './one.ts';\nexport const two = (): unknown => one;\n`,
    'db/plain.ts': `export function fail(): never {\n  throw new Error('no');\n}\n`,
  });
  t.deepEqual([...said.keys()].sort(), ['db/floating.ts', 'db/one.ts', 'db/plain.ts', 'db/two.ts']);
});
