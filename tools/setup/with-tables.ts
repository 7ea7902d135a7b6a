import { join } from 'node:path';
import { createDatabase } from '../../db/database.ts';
import { createRepositories, type Repositories } from '../../db/repositories/index.ts';
import { type Environment, readEnvironment } from '../../workers/config.ts';
import { describeError } from '../../workers/log.ts';
import { homePaths } from '../../workers/parts/home.ts';
import { readRun } from './read-run.ts';

/** Runs a command on the database of DATABASE_URL, or of the engine that runs here; says in one line what is wrong. */
export async function withTables(
  work: (tables: Repositories, environment: Environment) => Promise<void>,
): Promise<void> {
  try {
    const environment = readEnvironment(process.env);
    const home = homePaths(environment.CALLWRIGHT_HOME);
    const url = environment.DATABASE_URL ?? (await readRun(join(home.secrets, 'database-url')));
    const database = createDatabase({ url, applicationName: 'callwright-setup', poolMax: 1 });
    await work(createRepositories(database), environment).finally(() => database.close());
  } catch (error) {
    process.stderr.write(`${describeError(error).message}\n`);
    process.exitCode = 1;
  }
}
