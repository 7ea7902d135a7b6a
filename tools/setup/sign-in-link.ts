import { parseArgs } from 'node:util';
import { systemActor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import {
  ensureAdministrator,
  FIRST_ADMINISTRATOR,
  PLATFORM_ADMINISTRATOR,
  signInLink,
} from '../../workers/setup/first-sign-in.ts';
import { hostingOf } from '../../workers/setup/hosting.ts';
import { portOfEngine } from './engine-port.ts';
import { withTables } from './with-tables.ts';

/**
 * `npm run sign-in-link`: a link that signs the first administrator in once; `-- name@example.kr` for another account,
 * `-- --platform` for the one that looks after companies and trunks.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { platform: { type: 'boolean' } },
});
const [email = values.platform === true ? PLATFORM_ADMINISTRATOR : FIRST_ADMINISTRATOR] = positionals;

await withTables(async (tables, environment) => {
  if (values.platform === true) await ensureAdministrator(tables, PLATFORM_ADMINISTRATOR, 'platform-admin');
  const user = await tables.users.byEmail(systemActor('setup'), email);
  if (user === undefined) throw new CallwrightError('config/invalid', `there is no account ${email}`);
  const PORT = await portOfEngine(environment);
  process.stdout.write(`${await signInLink(tables, user, hostingOf({ ...environment, PORT }).publicUrl)}\n`);
});
