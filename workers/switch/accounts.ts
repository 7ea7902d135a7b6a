import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { Account } from '../../freeswitch/directory/index.ts';

/**
 * The switch worker's own copy of the phone accounts, also in a file: phones that were known once keep registering
 * while the database and the api are down, and after a restart of this worker in that time.
 */
export type Accounts = {
  lookup(extension: string): Account | undefined;
  /** Loads from the database; the copy stays as it is when that fails. */
  refresh(): Promise<void>;
  size(): number;
};

export function createAccounts(file: string, load: () => Promise<Account[]>): Accounts {
  let accounts = byExtension(readCopy(file));
  return {
    lookup: (extension) => accounts.get(extension),
    async refresh() {
      const loaded = await load();
      accounts = byExtension(loaded);
      const half = `${file}.${process.pid}`;
      await writeFile(half, JSON.stringify(loaded), { mode: 0o600 });
      await rename(half, file);
    },
    size: () => accounts.size,
  };
}

const byExtension = (accounts: readonly Account[]): Map<string, Account> =>
  new Map(accounts.map((account) => [account.extension, account]));

/** A copy that cannot be read is no copy: the next refresh writes it anew. */
function readCopy(file: string): Account[] {
  try {
    return z.array(Account).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}
