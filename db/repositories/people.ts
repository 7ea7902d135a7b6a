import type { Knex } from 'knex';
import { type Actor, systemActor } from '../../contracts/api/actor.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { query } from '../errors.ts';
import { requireTenant } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';
import { createOneTimeLinks, type OneTimeLinks } from './one-time-links.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createSessions } from './sessions.ts';
import { createUsers, type NewUser, type User, type UserState } from './users.ts';

export type PersonChange = { name?: string; role?: Role; state?: 'active' | 'suspended' };

/** Makes a link for an account and queues the mail that carries it, with the tables of the transaction given. */
export type SendLink = (user: User, tables: { oneTimeLinks: OneTimeLinks; outbox: Outbox }) => Promise<void>;

/**
 * What administrators do to accounts: each with its sessions, links, mail and audit entry in one transaction. Only
 * platform administrators may touch or make one of their own. `undefined`: the actor sees no such account.
 */
export type People = {
  /** `request/conflict` when the address has an account already. */
  invite(actor: Actor, user: Omit<NewUser, 'state'>, send: SendLink): Promise<User>;
  /** 정지 and a new role end all sessions at once; `now` in ms. */
  change(actor: Actor, id: string, change: PersonChange, now: number): Promise<User | undefined>;
  /** Ends all sessions; returns how many. */
  signOut(actor: Actor, id: string, now: number): Promise<number | undefined>;
  /** Sends a link: an invitation again, or one for a new password. `request/conflict` while suspended. */
  sendLink(actor: Actor, id: string, send: SendLink): Promise<User | undefined>;
};

/** Links and their mails are our own business; who asked for them stands in the audit log. */
const itself = systemActor('api');

/** Tables `users`, `sessions`, `one_time_links`, `outbox` and `audit_log`, changed together. */
export function createPeople(knex: Knex): People {
  const inOne = <T>(work: (trx: Knex) => Promise<T>): Promise<T> => query(knex.transaction(work));
  return {
    invite: (actor, user, send) => inOne((trx) => invite(trx, actor, user, send)),
    change: (actor, id, change, now) => inOne((trx) => changePerson(trx, actor, id, change, now)),
    signOut: (actor, id, now) =>
      inOne(async (trx) => {
        const user = await reachable(trx, actor, id);
        if (user === undefined) return undefined;
        const ended = await createSessions(trx).revokeAll(actor, id, now);
        await note(trx, actor, user, 'user.sign-out', { sessions: ended });
        return ended;
      }),
    sendLink: (actor, id, send) =>
      inOne(async (trx) => {
        const user = await reachable(trx, actor, id);
        if (user === undefined) return undefined;
        if (user.state === 'suspended')
          throw new CallwrightError('request/conflict', 'the account is suspended: lift that first');
        await send(user, { oneTimeLinks: createOneTimeLinks(trx), outbox: createOutbox(trx) });
        await note(trx, actor, user, user.state === 'invited' ? 'user.invite-again' : 'user.reset');
        return user;
      }),
  };
}

const isPlatform = (actor: Actor): boolean =>
  actor.kind === 'system' || (actor.kind === 'user' && actor.role === 'platform-admin');

const forbidden = (): CallwrightError =>
  new CallwrightError(
    'auth/forbidden',
    'only platform administrators make or change platform administrators',
  );

async function reachable(trx: Knex, actor: Actor, id: string): Promise<User | undefined> {
  const user = await createUsers(trx).get(actor, id);
  if (user?.role === 'platform-admin' && !isPlatform(actor)) throw forbidden();
  return user;
}

const note = (
  trx: Knex,
  actor: Actor,
  user: Pick<User, 'id' | 'tenant'>,
  action: string,
  detail: Record<string, string | number> = {},
): Promise<void> => recordAudit(trx, actor, { tenant: user.tenant, action, subject: user.id, detail });

async function invite(trx: Knex, actor: Actor, user: Omit<NewUser, 'state'>, send: SendLink): Promise<User> {
  requireTenant(actor, user.tenant);
  if (user.role === 'platform-admin' && !isPlatform(actor)) throw forbidden();
  const users = createUsers(trx);
  if (!(await users.create(actor, { ...user, state: 'invited' })))
    throw new CallwrightError('request/conflict', 'this address has an account already');
  const made = await users.get(actor, user.id);
  if (made === undefined)
    throw new CallwrightError('server/bug', 'an account that was just made is not there');
  await send(made, { oneTimeLinks: createOneTimeLinks(trx), outbox: createOutbox(trx) });
  await note(trx, actor, made, 'user.invite', { role: user.role });
  return made;
}

async function changePerson(
  trx: Knex,
  actor: Actor,
  id: string,
  change: PersonChange,
  now: number,
): Promise<User | undefined> {
  const seen = await reachable(trx, actor, id);
  if (seen === undefined) return undefined;
  // One at a time per company: two administrators who demote each other would leave none. Calls refer to the company's
  // row too and are not held up by this kind of lock.
  await trx('tenants').select('id').where('id', seen.tenant).forNoKeyUpdate();
  const before = await reachable(trx, actor, id);
  if (before === undefined) return undefined;
  await refuseWrong(trx, actor, before, change);
  const after = await createUsers(trx).update(actor, id, columnsOf(before, change));
  if (change.state === 'suspended') await createOneTimeLinks(trx).endAll(itself, id, now);
  const roleChanged = change.role !== undefined && change.role !== before.role;
  if (change.state === 'suspended' || roleChanged) await createSessions(trx).revokeAll(actor, id, now);
  await noteChange(trx, actor, before, change);
  return after;
}

/** Lifting 정지 from somebody who never set a password leads back to the invitation. */
function columnsOf(
  before: User,
  { name, role, state }: PersonChange,
): { name?: string; role?: Role; state?: UserState } {
  const lifted = before.hasPassword ? 'active' : 'invited';
  return {
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { role }),
    ...(state === undefined ? {} : { state: state === 'active' ? lifted : state }),
  };
}

async function refuseWrong(trx: Knex, actor: Actor, before: User, change: PersonChange): Promise<void> {
  if (change.role === 'platform-admin' && !isPlatform(actor)) throw forbidden();
  if (change.state === 'suspended' && actor.kind === 'user' && actor.user === before.id)
    throw new CallwrightError('request/conflict', 'nobody suspends himself');
  const leaves = change.state === 'suspended' || (change.role ?? before.role) !== before.role;
  const counts = before.state === 'active' && before.role.endsWith('-admin');
  if (!leaves || !counts) return;
  const others = trx('users').where({ role: before.role, state: 'active' }).whereNot('id', before.id);
  if (before.role === 'company-admin') others.where('tenant', before.tenant);
  const found: unknown[] = await others.select('id').limit(1);
  if (found.length === 0) {
    const whose = before.role === 'company-admin' ? 'the company' : 'the platform';
    throw new CallwrightError('request/conflict', `this is the last administrator of ${whose}`);
  }
}

async function noteChange(trx: Knex, actor: Actor, before: User, change: PersonChange): Promise<void> {
  if (change.state === 'suspended' && before.state !== 'suspended')
    await note(trx, actor, before, 'user.suspend');
  if (change.state === 'active' && before.state === 'suspended')
    await note(trx, actor, before, 'user.resume');
  if (change.role !== undefined && change.role !== before.role)
    await note(trx, actor, before, 'user.role', { from: before.role, to: change.role });
  if (change.name !== undefined && change.name !== before.name) await note(trx, actor, before, 'user.rename');
}
