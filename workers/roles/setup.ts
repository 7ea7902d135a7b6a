import { CallwrightError } from '../../contracts/errors.ts';
import { readEnvironment } from '../config.ts';
import { prepareDatabase } from '../setup/prepare-database.ts';

/** Brings the schema up to date, publishes the shipped scenarios, and ends: what compose runs before the roles. */
export async function runSetup(env: NodeJS.ProcessEnv): Promise<void> {
  const { DATABASE_URL } = readEnvironment(env);
  if (DATABASE_URL === undefined)
    throw new CallwrightError('config/invalid', 'DATABASE_URL is not set: setup needs it');
  await prepareDatabase(DATABASE_URL);
  process.stdout.write(`the database is up to date\n`);
}
