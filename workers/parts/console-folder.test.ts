import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { buildConsole } from './console-build.ts';
import { ALSO, consoleFolder } from './console-folder.ts';

function sources(t: ExecutionContext): { root: string; write(name: string, text: string): void } {
  const root = mkdtempSync(join(tmpdir(), 'callwright-sources-'));
  t.teardown(() => rmSync(root, { recursive: true, force: true }));
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  write('console/src/main.tsx', 'a');
  for (const name of ALSO) write(name, '1');
  return { root, write };
}

test('each state of the sources has a folder of its own; tests and earlier builds do not count', (t) => {
  const { root, write } = sources(t);
  const first = consoleFolder(root);
  write('console/src/main.test.ts', 'a test');
  write('console/dist/0123456789abcdef/index.html', 'built');
  t.is(consoleFolder(root), first);
  const seen = new Set([first]);
  for (const [name, text] of [
    ['console/src/main.tsx', 'b'],
    ['console/src/more.ts', ''],
    ['package-lock.json', '2'],
    ['contracts/api/permissions.ts', '2'],
  ] as const) {
    write(name, text);
    seen.add(consoleFolder(root));
  }
  t.is(seen.size, 5);
});

test('a console that is there is not built again', async (t) => {
  const { root, write } = sources(t);
  write('built/index.html', '');
  t.true(await buildConsole({ log: noWords(t), folder: join(root, 'built') }));
});

test('a build that fails is one line, and leaves nothing half made', async (t) => {
  const { root } = sources(t);
  const lines: string[] = [];
  // A file stands where the folder would have to be.
  cpSync(join(root, 'package-lock.json'), join(root, 'taken'));
  const built = await buildConsole({
    log: { info: t.fail, warn: (line) => lines.push(line) },
    folder: join(root, 'taken', 'console'),
  });
  t.false(built);
  t.is(lines.length, 1);
  t.regex(lines[0] ?? '', /^the console was not built, calls go on without it: \S/);
});

const noWords = (t: ExecutionContext) => ({ info: t.fail, warn: t.fail });
