import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from './home.ts';

/** The secrets that an installation makes for itself. */
export type SecretName = 'payload-key' | 'account-key' | 'switch-password' | 'postgres-password';

const BYTES = 32;

/**
 * Reads a secret (43 characters, base64url of 32 random bytes), made at the first use in a file with mode 0600. Two
 * processes that ask at once get the same one.
 */
export function readSecret(home: Home, name: SecretName): string {
  const file = join(home.secrets, name);
  return readExisting(file) ?? makeSecret(file);
}

function readExisting(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function makeSecret(file: string): string {
  const draft = `${file}.${process.pid}`;
  const secret = randomBytes(BYTES).toString('base64url');
  writeFileSync(draft, `${secret}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch {
    // Another process was first: its secret counts.
  } finally {
    rmSync(draft, { force: true });
  }
  return readExisting(file) ?? secret;
}
