import { fileURLToPath } from 'node:url';
import { systemActor } from '../../contracts/api/actor.ts';
import { createDatabase } from '../../db/database.ts';
import { migrate } from '../../db/migrate.ts';
import { createRepositories } from '../../db/repositories/index.ts';
import { prepareDemoMessages } from './demo-messages.ts';
import { DEMO_NUMBERS } from './demo-numbers.ts';
import { ensureAdministrator, FIRST_ADMINISTRATOR } from './first-sign-in.ts';
import { type DemoNumber, publishDemo, readCatalog } from './publish-demo.ts';

/** The prompts that come with the product. */
export const promptsDir = fileURLToPath(new URL('../../prompts', import.meta.url));

/**
 * Migrates, makes a row for each trunk, and gives the demo company an administrator, numbers that lead to the shipped
 * scenarios, and what it needs to send texts. Safe to repeat.
 */
export async function prepareDatabase(
  url: string,
  numbers: readonly DemoNumber[] = DEMO_NUMBERS,
  trunks: readonly string[] = ['trunk'],
): Promise<void> {
  const database = createDatabase({ url, applicationName: 'callwright-setup', poolMax: 2 });
  try {
    await migrate(database);
    const tables = createRepositories(database);
    await tables.trunks.seed(systemActor('setup'), trunks);
    await ensureAdministrator(tables, FIRST_ADMINISTRATOR, 'company-admin');
    await publishDemo(tables, numbers, await readCatalog(promptsDir));
    await prepareDemoMessages(tables);
  } finally {
    await database.close();
  }
}
