import { createHash, randomUUID } from 'node:crypto';
import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import { newTenantId, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import type { NewApiKeyRow } from './api-keys.ts';
import { DEMO_TENANT } from './tenants.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  prepare: async ({ tenants }) => {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
  },
});
const admin: Actor = { kind: 'user', user: randomUUID(), tenant: DEMO_TENANT, role: 'company-admin' };
const stranger: Actor = { kind: 'user', user: randomUUID(), tenant: other, role: 'company-admin' };
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const newKey = (different: Partial<NewApiKeyRow> = {}): NewApiKeyRow => ({
  id: randomUUID(),
  tenant: DEMO_TENANT,
  name: 'reports',
  prefix: 'cw_12345678',
  scopes: ['calls.read'],
  expiresAt: null,
  tokenHash: hashOf(randomUUID()),
  ...different,
});

test('a key is found by its hash until it is revoked or expires', async (t) => {
  const { apiKeys } = db().repositories;
  const key = newKey();
  const expired = newKey({ expiresAt: Date.now() - 1 });
  const row = await apiKeys.create(admin, key);
  await apiKeys.create(admin, expired);
  t.like(row, { id: key.id, scopes: ['calls.read'], lastUsedAt: null, revokedAt: null });
  t.is((await apiKeys.use(system, key.tokenHash))?.id, key.id);
  t.is(await apiKeys.use(system, expired.tokenHash), undefined);
  t.is(await apiKeys.use(system, hashOf('unknown')), undefined);
  t.true(await apiKeys.revoke(admin, key.id));
  t.true(await apiKeys.revoke(admin, key.id), 'a repeat says the same');
  t.is(await apiKeys.use(system, key.tokenHash), undefined);
  await t.throwsAsync(apiKeys.use(admin, key.tokenHash), { name: 'CallwrightError' });
});

test('the use of a key is noted at most once a minute', async (t) => {
  const { apiKeys } = db().repositories;
  const { knex } = db().database;
  const key = newKey();
  await apiKeys.create(admin, key);
  const usedAt = async (): Promise<Date> => {
    await apiKeys.use(system, key.tokenHash);
    const [row] = await knex('api_keys').select('last_used_at').where('id', key.id);
    return row.last_used_at;
  };
  const first = await usedAt();
  t.deepEqual(await usedAt(), first);
  await knex('api_keys')
    .where('id', key.id)
    .update({ last_used_at: new Date(0) });
  t.true((await usedAt()).getTime() >= first.getTime());
});

test('a company sees and revokes its own keys only, and each change is in the audit log', async (t) => {
  const { apiKeys, auditLog } = db().repositories;
  const key = newKey();
  await apiKeys.create(admin, key);
  t.false((await apiKeys.list(stranger)).some((row) => row.id === key.id));
  t.false(await apiKeys.revoke(stranger, key.id));
  await t.throwsAsync(apiKeys.create(stranger, newKey()), { name: 'CallwrightError' });
  t.true((await apiKeys.list(admin)).some((row) => row.id === key.id && row.revokedAt === null));
  await apiKeys.revoke(admin, key.id);
  const { entries } = await auditLog.list(admin, { action: 'api-key.', limit: 200 });
  const ofKey = entries.filter((entry) => entry.subject === key.id);
  t.deepEqual(
    ofKey.map((entry) => entry.action),
    ['api-key.revoke', 'api-key.create'],
  );
  t.false(JSON.stringify(entries).includes(key.tokenHash));
});
