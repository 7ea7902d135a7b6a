import test from 'ava';
import { ConsentListView, OptOutListView } from '../../contracts/api/opt-outs.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { newTenantId, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { type Asked, askedBy } from '../testing/asked-by.ts';
import { orderTo, verifiedSender } from '../testing/test-texting.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  prepare: async (repositories) => {
    await repositories.tenants.ensureDemoTenant(system);
    await repositories.tenants.create(system, { id: other, name: '다른 회사' });
    await verifiedSender({ repositories }, '0223456789');
  },
});
const opened: Asked[] = [];
test.after.always(async () => void (await Promise.all(opened.map(({ server }) => server.api.close()))));
async function as(role: Role, tenant?: typeof other): Promise<Asked> {
  const asked = await askedBy(db(), role, tenant === undefined ? {} : { tenant });
  opened.push(asked);
  return asked;
}

test.serial('who opted out is texted no more until he takes it back', async (t) => {
  const { send } = await as('company-admin');
  const wish = { number: '010-2222-3333', scope: 'all', note: null };
  t.like((await send('POST', '/opt-outs', wish)).json, { digits: '01022223333', source: 'person' });
  t.is((await send('POST', '/opt-outs', { ...wish, number: 'abc' })).status, 422);
  const counts = async (): Promise<unknown> =>
    (await send('POST', '/messages/preview', orderTo(['01022223333', '01044445555']))).json['counts'];
  t.like(await counts(), { valid: 1, optedOut: 1 });
  const listed = OptOutListView.parse((await send('GET', '/opt-outs?number=3333')).json);
  t.deepEqual(
    listed.optOuts.map(({ digits }) => digits),
    ['01022223333'],
  );
  t.is((await send('DELETE', '/opt-outs/01022223333')).status, 204);
  t.is((await send('DELETE', '/opt-outs/01022223333')).status, 404);
  t.like(await counts(), { valid: 2, optedOut: 0 });
  const [entry] = await db().database.knex('audit_log').where('action', 'like', 'opt-out%').limit(1);
  t.notRegex(JSON.stringify(entry), /01022223333/, 'the record has the number masked');
});

test.serial(
  'consents are taken many at once, without what is no mobile, and withdrawn one by one',
  async (t) => {
    const { send } = await as('company-admin');
    const draft = {
      numbers: ['010-5555-6666', '01055556666', '02-2345-6789', 'x'],
      night: false,
      source: '가입',
    };
    t.deepEqual((await send('POST', '/ad-consents', draft)).json, {
      taken: 1,
      refused: ['02-2345-6789', 'x'],
    });
    const many = Array.from(
      { length: 10_000 },
      (_, index) => `010-${3000 + (index % 5000)}-${(1000 + index / 2) | 0}`,
    );
    const { status, json } = await send('POST', '/ad-consents', { ...draft, numbers: many });
    t.is(status, 200, JSON.stringify(json).slice(0, 300));
    t.is((await send('DELETE', '/ad-consents/01055556666')).status, 204);
    t.is((await send('DELETE', '/ad-consents/01055556666')).status, 404);
    const { consents } = ConsentListView.parse((await send('GET', '/ad-consents?number=01055556666')).json);
    t.not(consents[0]?.withdrawnAt, null);
  },
);

test.serial('lists go in pages; another company has lists of its own', async (t) => {
  const { send } = await as('company-admin');
  for (const last of [1, 2, 3])
    await send('POST', '/opt-outs', { number: `0107777000${last}`, scope: 'ad', note: null });
  const first = OptOutListView.parse((await send('GET', '/opt-outs?limit=2')).json);
  const second = OptOutListView.parse((await send('GET', `/opt-outs?limit=2&cursor=${first.next}`)).json);
  const all = [...first.optOuts, ...second.optOuts].map(({ digits }) => digits);
  t.is(new Set(all).size, 3);
  const stranger = await as('company-admin', other);
  t.deepEqual(OptOutListView.parse((await stranger.send('GET', '/opt-outs')).json).optOuts, []);
  t.is((await stranger.send('DELETE', '/opt-outs/01077770001')).status, 404);
  const { tenant } = (await as('company-admin')).actor;
  t.is((await stranger.send('DELETE', `/opt-outs/01077770001?tenant=${tenant}`)).status, 404);
  t.is((await (await as('supervisor')).send('GET', '/opt-outs')).status, 403, 'whole numbers');
});
