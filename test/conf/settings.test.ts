import { readFileSync } from 'node:fs';
import test from 'ava';
import { readEnvironment } from '../../workers/config.ts';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

/** Names of the schema, which its module keeps to itself. */
const names = [...read('workers/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(
  ([, name = '']) => name,
);
/** Lines of the tables: name and what stands as its default. */
const documented = new Map(
  [...read('docs/settings.md').matchAll(/^\| `([A-Z0-9_]+)` \| (.+?) \| .{10,} \|$/gm)].map(
    ([, name = '', preset = '']) => [name, preset],
  ),
);

test('every variable that a process reads stands in docs/settings.md, and none besides', (t) => {
  t.true(names.length > 25);
  t.deepEqual([...documented.keys()].toSorted(), names.toSorted());
});

test('defaults are what the schema says', (t) => {
  const presets: Readonly<Record<string, unknown>> = readEnvironment({});
  for (const [name, preset] of documented) {
    const real = presets[name];
    if (real === '') t.is(preset, 'none', name);
    else if (real !== undefined) t.is(preset, `\`${real}\``, name);
  }
});
