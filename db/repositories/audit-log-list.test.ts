import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import { newTenantId, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import type { AuditFilter } from './audit-log-list.ts';
import { DEMO_TENANT } from './tenants.ts';

const other = newTenantId();
const user = randomUUID();
const admin: Actor = { kind: 'user', user, tenant: DEMO_TENANT, role: 'company-admin' };
const stranger: Actor = { kind: 'user', user: randomUUID(), tenant: other, role: 'company-admin' };
const platform: Actor = { kind: 'user', user: randomUUID(), tenant: other, role: 'platform-admin' };

const db = useTestDatabase(test, {
  async prepare({ tenants, users, auditLog }) {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
    const account = { id: user, tenant: DEMO_TENANT, email: 'a@example.com', name: '관리자' } as const;
    await users.create(system, { ...account, role: 'company-admin', state: 'active' });
    for (const [actor, action] of [
      [admin, 'user.invite'],
      [admin, 'user.suspend'],
      [admin, 'users-other.made'],
      [stranger, 'user.suspend'],
      [system, 'system.start'],
    ] as const)
      await auditLog.append(actor, { effect: randomUUID(), action, subject: 's' });
  },
});

const actions = async (actor: Actor, filter: Omit<AuditFilter, 'limit'> = {}): Promise<string[]> =>
  (await db().repositories.auditLog.list(actor, { ...filter, limit: 50 })).entries.map(
    (entry) => entry.action,
  );

test('a company reads its own entries; what belongs to none is for the platform', async (t) => {
  t.deepEqual(await actions(admin), ['users-other.made', 'user.suspend', 'user.invite']);
  t.deepEqual(await actions(stranger), ['user.suspend']);
  t.is((await actions(platform)).length, 5);
});

test('filters: one action, all of a subject, an actor, a period', async (t) => {
  t.deepEqual(await actions(admin, { action: 'user.suspend' }), ['user.suspend']);
  t.deepEqual(await actions(admin, { action: 'user.' }), ['user.suspend', 'user.invite']);
  t.deepEqual(await actions(platform, { actor: user, action: 'user.invite' }), ['user.invite']);
  t.deepEqual(await actions(admin, { from: Date.now() + 60_000 }), []);
  t.deepEqual(await actions(admin, { to: Date.now() - 60_000 }), []);
  t.deepEqual(await actions(admin, { action: "%' or 1=1 --." }), []);
});

test('pages of any size together are the whole list; names of people stand beside their ids', async (t) => {
  const { auditLog } = db().repositories;
  for (const limit of [1, 2, 3]) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await auditLog.list(admin, { limit, cursor });
      t.deepEqual(new Set(page.entries.map((entry) => entry.actorName)), new Set(['관리자']));
      seen.push(...page.entries.map((entry) => entry.action));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    t.deepEqual(seen, ['users-other.made', 'user.suspend', 'user.invite']);
  }
});
