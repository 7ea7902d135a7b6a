import { randomUUID } from 'node:crypto';
import { issueLink } from '../../api/session/links.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { createDatabase } from '../../db/database.ts';
import { createRepositories, type Repositories } from '../../db/repositories/index.ts';
import type { User } from '../../db/repositories/users.ts';

/** The administrator that a fresh installation has; nobody reads mail there. */
export const FIRST_ADMINISTRATOR = 'admin@demo.callwright.local';
/** Who looks after companies and trunks; made when first asked for. */
export const PLATFORM_ADMINISTRATOR = 'platform@demo.callwright.local';

const actor = systemActor('setup');

type Tables = Pick<Repositories, 'tenants' | 'users'>;

/** Makes the demo company's account of that address, without a password; one that is there stays as it is. */
export async function ensureAdministrator(tables: Tables, email: string, role: Role): Promise<User> {
  const tenant = await tables.tenants.ensureDemoTenant(actor);
  const there = await tables.users.byEmail(actor, email);
  if (there !== undefined) return there;
  const name = role === 'platform-admin' ? '플랫폼 관리자' : '관리자';
  await tables.users.create(actor, { id: randomUUID(), tenant, email, name, role, state: 'active' });
  const made = await tables.users.byEmail(actor, email);
  if (made === undefined) throw new CallwrightError('server/bug', 'the first account was not made');
  return made;
}

/** A link that signs the account in once, within ten minutes. The token stands in the fragment: it reaches no log. */
export async function signInLink(
  tables: Pick<Repositories, 'oneTimeLinks' | 'auditLog'>,
  user: User,
  publicUrl: string,
): Promise<string> {
  if (user.state !== 'active')
    throw new CallwrightError(
      'request/conflict',
      `${user.email} is ${user.state}: an administrator changes that`,
    );
  const link = await issueLink({ repositories: tables, publicUrl }, user.id, 'sign-in');
  await tables.auditLog.append(actor, {
    effect: randomUUID(),
    tenant: user.tenant,
    action: 'session.link-made',
    subject: user.id,
  });
  return link;
}

/** What `npm start` says about the way in: a link while nobody has chosen a password, else how to get one. */
export async function firstSignIn(databaseUrl: string, publicUrl: string): Promise<string> {
  const database = createDatabase({ url: databaseUrl, applicationName: 'callwright-setup', poolMax: 1 });
  try {
    const tables = createRepositories(database);
    const user = await tables.users.byEmail(actor, FIRST_ADMINISTRATOR);
    if (user?.state !== 'active' || user.hasPassword)
      return 'Lost the way in? A one-time sign-in link: npm run sign-in-link';
    return `Sign in (once, within 10 minutes): ${await signInLink(tables, user, publicUrl)}`;
  } finally {
    await database.close();
  }
}
