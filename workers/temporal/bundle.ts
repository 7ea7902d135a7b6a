import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { failureConverterPath } from './data-converter.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The rooms whose code can reach a bundle; the lockfile stands for the libraries. */
const SOURCES = [
  'workflows',
  'ivr-scenarios',
  'contracts',
  'activities',
  'package-lock.json',
  'workers/temporal/bundle.ts',
];

/**
 * Returns the path of the workflow bundle, made once per state of the sources: bundling takes 1–2 s, which a worker
 * that restarts under live calls does not have.
 */
export async function workflowBundle(cacheDir: string): Promise<string> {
  const path = join(cacheDir, `workflows-${await sourcesHash()}.cjs`);
  if (await exists(path)) return path;
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(root, 'workflows/index.ts'),
    failureConverterPath,
    // Pure code without state of a call (ivr-scenarios/engine/program.ts): loading it costs every new call 2 ms.
    preloadModules: [join(root, 'ivr-scenarios/index.ts')],
    logger: quiet,
    // Without the condition `development`, which the SDK's webpack mode would take: XState's lean build.
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, conditionNames: ['import', 'require', 'node', 'default'] },
    }),
  });
  await mkdir(cacheDir, { recursive: true });
  const half = `${path}.${process.pid}`;
  await writeFile(half, code);
  await rename(half, path);
  return path;
}

const nothing = (): void => undefined;
const quiet = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };

async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesOf(join(root, source))) {
      hash.update(file.slice(root.length)).update(await readFile(file));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path);
  if (found.isFile()) return [path];
  const names = (await readdir(path, { recursive: true })).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  return names.sort().map((name) => join(path, name));
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
