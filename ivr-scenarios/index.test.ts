import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import test from 'ava';

const ROOT = join(import.meta.dirname, '..');

/** Modules that are loaded with a file at run time: imports of types only are erased. */
function loaded(file: string, seen: Set<string>): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (!file.endsWith('.ts')) return seen;
  const source = readFileSync(join(ROOT, file), 'utf8');
  for (const [, target = ''] of source.matchAll(/^(?:import|export)(?! type)[^;]*? from '([^']+)';/gm)) {
    loaded(target.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), target)) : target, seen);
  }
  return seen;
}

test('what workflows load is the engine and xstate: no schema library, no node built-in, nothing of authors', (t) => {
  const modules = [...loaded('ivr-scenarios/index.ts', new Set())];
  t.deepEqual(
    modules.filter((module) => !module.endsWith('.ts')),
    ['xstate'],
  );
  const rooms = new Set(modules.filter((module) => module.endsWith('.ts')).map((module) => dirname(module)));
  t.deepEqual([...rooms].sort(), [
    'contracts/scenario',
    'ivr-scenarios',
    'ivr-scenarios/blocks',
    'ivr-scenarios/engine',
    'ivr-scenarios/logic',
    'ivr-scenarios/speech',
  ]);
});

test('nothing that workflows load asks a clock, chance or the machine', (t) => {
  const modules = [...loaded('ivr-scenarios/index.ts', new Set())].filter((module) => module.endsWith('.ts'));
  const guilty = modules.filter((module) =>
    /Date\.now|new Date\(|Math\.random|process\.|setTimeout|structuredClone/.test(
      readFileSync(join(ROOT, module), 'utf8'),
    ),
  );
  t.deepEqual(guilty, []);
});
