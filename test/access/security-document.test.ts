import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { PERMISSIONS } from '../../contracts/api/permissions.ts';
import { ROOT } from '../../tools/source-files.ts';

const text = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');

test('every file that the security document names exists', (t) => {
  const named = [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.ts)`/g)].map(([, path = '']) => path);
  t.true(named.length > 50);
  t.deepEqual(
    named.filter((path) => !existsSync(join(ROOT, path))),
    [],
  );
});

test('rows have ids of requirements, and what is missing is said', (t) => {
  const gaps = text.slice(text.indexOf('## Not covered yet'));
  t.regex(gaps, /^- 6\.3\.3/m);
  const rows = [...text.matchAll(/^\| ([0-9][^|]*) \|/gm)].map(([, ids = '']) => ids);
  t.true(rows.length > 60);
  for (const ids of rows) t.regex(ids, /^[0-9]+(\.[0-9]+){2}([–,] ?[0-9]+(\.[0-9]+){2})*$/);
});

test('there are as many permissions as the document was written for', (t) => {
  t.is(PERMISSIONS.length, 31, 'a new permission: write it into the table of docs/security.md, then here');
});
