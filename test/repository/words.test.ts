import test from 'ava';
import { sourceFiles } from '../../tools/source-files.ts';

const TEXT = [
  '.ts',
  '.md',
  '.json',
  '.yml',
  '.yaml',
  '.xml',
  '.html',
  '.sh',
  '.js',
  '.grit',
  '.env.example',
  '.ci/run',
];

/** What must not stand in any file, and why. Written so that this file does not contain it. */
const FORBIDDEN: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a path of one machine', pattern: /(?<![\w.$}-])\/(?:work|root|home\/[a-z]\w*)\/\w/ },
  {
    what: 'work put off without an issue (write the issue as #123)',
    pattern: /\b(?:TO[D]O|FIX[M]E|XX[X])\b(?!.*#\d)/,
  },
  {
    what: 'a password that everybody knows, given as a setting',
    pattern: /password\s*[=:]\s*["']?(?:changeme|admin|postgres)\b/i,
  },
  { what: 'a private key', pattern: /-----BEGIN [A-Z ]*PRIVATE KE[Y]-----/ },
];

for (const { what, pattern } of FORBIDDEN) {
  test(`no file holds ${what}`, (t) => {
    const found = sourceFiles(TEXT)
      .filter(({ path }) => path !== 'package-lock.json' && path !== 'LICENSE')
      .flatMap(({ path, text }) =>
        text
          .split('\n')
          .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
      );
    t.deepEqual(found, []);
  });
}
