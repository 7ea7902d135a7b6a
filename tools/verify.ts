import { spawnSync } from 'node:child_process';
import { repositoryBudget } from './budget.ts';
import { ROOT } from './source-files.ts';

// `npm run verify`: everything that must hold before a change is handed in, cheapest first; stops at the first failure.

type Check = readonly [name: string, passes: () => boolean];

const checks: readonly Check[] = [
  ['format, lint and import arrows', () => run('biome', 'check', '--error-on-warnings', '.')],
  ['types', () => run('tsc', '--project', 'tsconfig.json')],
  ['types of the console', () => run('tsc', '--project', 'console/tsconfig.json')],
  ['types of the browser tests', () => run('tsc', '--project', 'test/browser/tsconfig.json')],
  ['file sizes', withinBudget],
  ['tests', () => run('node', 'tools/test.ts')],
];

for (const [name, passes] of checks) {
  process.stdout.write(`\n== ${name}\n`);
  if (passes()) continue;
  process.stdout.write(`\n${name}: not right, see above\n`);
  process.exit(1);
}

function run(program: string, ...args: readonly string[]): boolean {
  return (
    spawnSync(`${ROOT}/node_modules/.bin/${program}`, args, { cwd: ROOT, stdio: 'inherit' }).status === 0
  );
}

function withinBudget(): boolean {
  const { files, median, p95, longest, broken } = repositoryBudget();
  const words = `${files} sources: median ${median}, 95th percentile ${p95}; longest file ${longest.path} (${longest.lines})`;
  process.stdout.write(`${[words, ...broken].join('\n')}\n`);
  return broken.length === 0;
}
