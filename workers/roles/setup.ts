import { CallwrightError } from '../../contracts/errors.ts';
import { readEnvironment, trunksOf } from '../config.ts';
import { prepareDatabase } from '../setup/prepare-database.ts';

/** Brings the schema up to date, publishes the shipped scenarios, and ends: what compose runs before the roles. */
export async function runSetup(env: NodeJS.ProcessEnv): Promise<void> {
  const environment = readEnvironment(env);
  const { DATABASE_URL } = environment;
  if (DATABASE_URL === undefined)
    throw new CallwrightError('config/invalid', 'DATABASE_URL is not set: setup needs it');
  await prepareDatabase(DATABASE_URL, undefined, trunksOf(environment));
  process.stdout.write(`the database is up to date\n`);
}
