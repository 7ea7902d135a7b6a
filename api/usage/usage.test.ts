import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Role } from '../../contracts/api/permissions.ts';
import { PriceListView, PriceView, UsageView } from '../../contracts/api/usage.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { newTenantId, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { type Asked, askedBy } from '../testing/asked-by.ts';

const other = newTenantId();
const NOON = Date.parse('2026-09-21T12:00:00+09:00');
const db = useTestDatabase(test, {
  prepare: async ({ tenants, usage }) => {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: '다른 회사' });
    for (const tenant of [DEMO_TENANT, other])
      await usage.record(system, [{ tenant, kind: 'tts', quantity: 3, ref: randomUUID(), at: NOON }]);
  },
});
const opened: Asked[] = [];
test.after.always(async () => void (await Promise.all(opened.map(({ server }) => server.api.close()))));
async function as(role: Role): Promise<Asked> {
  const asked = await askedBy(db(), role, { clock: () => NOON });
  opened.push(asked);
  return asked;
}
const usageOf = async ({ send }: Asked): Promise<UsageView['days']> => {
  const query = 'from=2026-09-21T00:00:00%2B09:00&to=2026-09-22T00:00:00%2B09:00';
  return UsageView.parse((await send('GET', `/usage?${query}`)).json).days;
};

test.serial('a company sees its own use, by day of Seoul, and what it costs (CTI-17)', async (t) => {
  const [platform, admin] = [await as('platform-admin'), await as('company-admin')];
  const expected = { day: '2026-09-21', tenant: DEMO_TENANT, kind: 'tts', quantity: 3 } as const;
  t.deepEqual(await usageOf(admin), [{ ...expected, won: null }]);
  const price = { tenant: null, kind: 'tts', won: 10, from: '2026-09-01' };
  t.is((await admin.send('POST', '/prices', price)).status, 403);
  t.is((await platform.send('POST', '/prices', price)).status, 200);
  t.is((await platform.send('POST', '/prices', price)).status, 409, 'one begins on that day already');
  t.deepEqual(await usageOf(admin), [{ ...expected, won: 30 }]);
  t.is((await usageOf(platform)).length, 2);
  const long = 'from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z';
  t.is((await admin.send('GET', `/usage?${long}`)).status, 400);
});

test.serial('a price that is in force stays; one that is still to come may be taken back', async (t) => {
  const [platform, admin] = [await as('platform-admin'), await as('company-admin')];
  const later = { tenant: null, kind: 'tts', won: 20, from: '2026-10-01' };
  const { id } = PriceView.parse((await platform.send('POST', '/prices', later)).json);
  const { prices } = PriceListView.parse((await admin.send('GET', '/prices')).json);
  const now = prices.find(({ kind, from }) => kind === 'tts' && from === '2026-09-01');
  t.is(now?.until, '2026-09-30');
  t.is((await platform.send('DELETE', `/prices/${now?.id}`)).status, 409);
  t.is((await platform.send('DELETE', `/prices/${id}`)).status, 204);
  t.is((await platform.send('DELETE', `/prices/${id}`)).status, 404);
  const forOther = { ...later, tenant: other };
  t.is((await platform.send('POST', '/prices', forOther)).status, 200);
  t.notRegex((await admin.send('GET', '/prices')).text, new RegExp(other));
});
