import { fileURLToPath } from 'node:url';
import { createDatabase } from '../../db/database.ts';
import { migrate } from '../../db/migrate.ts';
import { createRepositories } from '../../db/repositories/index.ts';
import { DEMO_NUMBERS } from './demo-numbers.ts';
import { type DemoNumber, publishDemo, readCatalog } from './publish-demo.ts';

/** The prompts that come with the product. */
export const promptsDir = fileURLToPath(new URL('../../prompts', import.meta.url));

/** Migrates, and makes the demo company's numbers lead to the shipped scenarios. Safe to repeat. */
export async function prepareDatabase(
  url: string,
  numbers: readonly DemoNumber[] = DEMO_NUMBERS,
): Promise<void> {
  const database = createDatabase({ url, applicationName: 'callwright-setup', poolMax: 2 });
  try {
    await migrate(database);
    await publishDemo(createRepositories(database), numbers, await readCatalog(promptsDir));
  } finally {
    await database.close();
  }
}
