import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import test, { type ExecutionContext } from 'ava';
import { repositoryBudget } from '../../tools/budget.ts';
import { lintConfigText } from '../../tools/lint/lint-config.ts';
import { ROOT } from '../../tools/source-files.ts';

const run = promisify(execFile);

/** Fails with the tool's own words. */
async function passes(t: ExecutionContext, program: string, ...args: readonly string[]): Promise<void> {
  t.timeout(180_000);
  try {
    await run(join(ROOT, 'node_modules/.bin', program), args, { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 });
    t.pass();
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    t.fail(`${stdout}\n${stderr}`.slice(0, 6_000));
  }
}

test.serial('format, lint and import arrows hold', (t) =>
  passes(t, 'biome', 'check', '--error-on-warnings', '--colors=off', '.'),
);

test.serial('types hold', (t) => passes(t, 'tsc', '--project', 'tsconfig.json', '--pretty', 'false'));

test('files are as short as agreed', (t) => {
  t.deepEqual(repositoryBudget().broken, []);
});

test('biome.json is what the import table says (node tools/write-lint-config.ts)', (t) => {
  t.is(readFileSync(join(ROOT, 'biome.json'), 'utf8'), lintConfigText());
});
