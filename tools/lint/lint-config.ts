import { DEEPEST, IMPORT_TABLE, type RoomRule } from './import-table.ts';

/** A part of biome.json. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** Tests beside the code, and what only they use, are outside the table. */
const TESTS = ['**/*.test.ts', '**/testing/**', '**/fixtures/**'];

/** These rooms are replayed or must give the same result everywhere: time and chance come in as data. */
const DETERMINISTIC = ['workflows/**', 'ivr-scenarios/**'];

const NOT_HERE = 'not in workflows and scenarios: a replay must give the same result';

/** The whole of biome.json: house style, and the import table as lint errors. */
export function lintConfig(): { readonly overrides: readonly Json[]; readonly [key: string]: Json } {
  return {
    $schema: './node_modules/@biomejs/biome/configuration_schema.json',
    files: {
      includes: [
        '**/*.ts',
        '**/*.tsx',
        'console/**/*.css',
        '**/*.json',
        '!package-lock.json',
        '!biome.json',
        '!test/replay/histories',
        '!bench/results',
        '!console/dist',
      ],
    },
    formatter: { indentStyle: 'space', indentWidth: 2, lineWidth: 110 },
    javascript: { formatter: { quoteStyle: 'single', trailingCommas: 'all' } },
    plugins: plugins(),
    linter: { rules: rules() },
    overrides: [...IMPORT_TABLE.flatMap(roomOverrides), ...determinism(), ...exceptions()],
  };
}

function plugins(): Json[] {
  const plugin = (name: string, includes: readonly string[]): Json => ({
    path: `./tools/lint/${name}.grit`,
    includes,
  });
  const notTests = TESTS.map((pattern) => `!${pattern}`);
  return [
    plugin('no-plain-error', ['**/*.ts', '**/*.tsx', ...notTests, '!test/**', '!bench/**']),
    plugin('types-of-activities', ['workflows/**/*.ts', ...notTests]),
    plugin('contracts-types', ['console/**/*.ts', 'console/**/*.tsx', ...notTests]),
    plugin('no-chance', ['workflows/**/*.ts', 'ivr-scenarios/**/*.ts', ...notTests]),
    // In workflows `Date` is the SDK's: it gives the time of the workflow task, the same in every replay.
    plugin('no-clock', ['ivr-scenarios/**/*.ts', ...notTests]),
  ];
}

function rules(): Json {
  return {
    preset: 'recommended',
    style: {
      noDefaultExport: 'error',
      useImportType: 'error',
      noNonNullAssertion: 'error',
      noProcessEnv: 'error',
      useFilenamingConvention: {
        level: 'error',
        options: { filenameCases: ['kebab-case'], strictCase: false },
      },
      useThrowOnlyError: 'error',
    },
    suspicious: { noExplicitAny: 'error', noConsole: 'error', noImportCycles: 'error' },
    // The aim is 60 for a function; a `create…` factory counts all the functions that it closes over.
    complexity: {
      useLiteralKeys: 'off',
      noExcessiveLinesPerFunction: { level: 'error', options: { maxLines: 100, skipBlankLines: true } },
    },
    nursery: { noFloatingPromises: 'error', noMisusedPromises: 'error' },
  };
}

/** One override for each depth: only there is it known how many `../` lead out of the room. */
function roomOverrides(rule: RoomRule): Json[] {
  return Array.from({ length: DEEPEST }, (_, index) => {
    const out = '../'.repeat(index + 1);
    const inside = index === 0 ? [] : ['!../**'];
    const rooms = rule.rooms.map((room) => `!${out}${room}/**`);
    const group = [
      '**',
      '!./**',
      ...inside,
      `${out}**`,
      ...rooms,
      ...rule.packages.map((name) => `!${name}`),
    ];
    return {
      includes: ['ts', 'tsx'].map((ending) => `${rule.room}/${'*/'.repeat(index)}*.${ending}`),
      linter: restrictImports([{ group, message: rule.reason }]),
    };
  });
}

function restrictImports(patterns: readonly Json[]): Json {
  return { rules: { style: { noRestrictedImports: { level: 'error', options: { patterns } } } } };
}

function determinism(): Json[] {
  const deniedGlobals = Object.fromEntries(
    ['process', 'crypto', 'performance', 'fetch', 'setInterval', 'Buffer'].map((name) => [name, NOT_HERE]),
  );
  return [
    {
      includes: DETERMINISTIC,
      linter: { rules: { style: { noRestrictedGlobals: { level: 'error', options: { deniedGlobals } } } } },
    },
  ];
}

/** Later overrides win. */
function exceptions(): Json[] {
  return [
    {
      includes: ['workers/**', 'tools/**', 'test/**', 'bench/**', ...TESTS],
      linter: { rules: { style: { noProcessEnv: 'off' } } },
    },
    {
      includes: TESTS,
      linter: {
        rules: {
          style: { noRestrictedImports: 'off', noRestrictedGlobals: 'off' },
          complexity: { noExcessiveLinesPerFunction: 'off' },
        },
      },
    },
    // Elsewhere a function named use… is no hook of React.
    {
      includes: ['**/*.ts', '!console/**'],
      linter: { rules: { correctness: { useHookAtTopLevel: 'off' } } },
    },
    // Written by us, one override a line.
    { includes: ['biome.json'], formatter: { enabled: false } },
    {
      includes: ['ava.config.js', 'tools/**/*.config.js', 'console/vite.config.ts'],
      linter: { rules: { style: { noDefaultExport: 'off' } } },
    },
  ];
}

/** As text: one line for each override, or the file would be a thousand lines long. */
export function lintConfigText(): string {
  const { overrides, ...rest } = lintConfig();
  const head = JSON.stringify(rest, undefined, 2).replace(/\n\}$/, '');
  const lines = overrides.map((override) => `    ${JSON.stringify(override)}`);
  return `${head},\n  "overrides": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
