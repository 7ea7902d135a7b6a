import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { createAccounts } from './accounts.ts';

const account = { extension: '1001', a1Hash: 'c'.repeat(32) };
const file = (): string => join(mkdtempSync(join(tmpdir(), 'accounts-')), 'accounts.json');

test('phones known once are known after a restart without the database', async (t) => {
  const path = file();
  await createAccounts(path, () => Promise.resolve([account])).refresh();
  t.is(statSync(path).mode & 0o777, 0o600);
  const later = createAccounts(path, () => Promise.reject(new Error('no database')));
  await t.throwsAsync(later.refresh());
  t.deepEqual(later.lookup('1001'), account);
  t.is(later.lookup('1002'), undefined);
});

test('a deleted account is refused after the next refresh', async (t) => {
  const path = file();
  let rows = [account];
  const accounts = createAccounts(path, () => Promise.resolve(rows));
  await accounts.refresh();
  rows = [];
  await accounts.refresh();
  t.is(accounts.size(), 0);
  t.is(readFileSync(path, 'utf8'), '[]');
});

test('a broken copy is no copy', (t) => {
  const path = file();
  writeFileSync(path, '{"half":');
  t.is(createAccounts(path, () => Promise.resolve([])).size(), 0);
});
