import test from 'ava';
import type { Role } from '../../contracts/api/permissions.ts';
import { LetteringListView, LetteringView } from '../../contracts/api/senders.ts';
import { system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { type Asked, askedBy } from '../testing/asked-by.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });
const opened: Asked[] = [];
test.after.always(async () => void (await Promise.all(opened.map(({ server }) => server.api.close()))));
async function as(role: Role): Promise<Asked> {
  const asked = await askedBy(db(), role);
  opened.push(asked);
  return asked;
}

test.serial('a phrase is asked for, entered as active once, and charged once (CTI-15, A23)', async (t) => {
  const [admin, platform] = [await as('company-admin'), await as('platform-admin')];
  const draft = { digits: '02-2345-6789', phrase: '우리 회사', carrier: 'SK텔링크' };
  const asked = LetteringView.parse((await admin.send('POST', '/letterings', draft)).json);
  t.like(asked, { digits: '0223456789', state: 'requested', decidedAt: null });
  const decision = { state: 'active', note: null };
  t.is((await admin.send('POST', `/letterings/${asked.id}/decision`, decision)).status, 403);
  for (let times = 0; times < 2; times += 1) {
    const { json } = await platform.send('POST', `/letterings/${asked.id}/decision`, decision);
    t.like(LetteringView.parse(json), { state: 'active' });
  }
  t.is((await db().database.knex('usage_events').where({ kind: 'lettering' })).length, 1);
  const { letterings } = LetteringListView.parse((await admin.send('GET', '/letterings')).json);
  t.is(letterings.length, 1);
  t.is((await admin.send('POST', '/letterings', { ...draft, digits: 'abc' })).status, 422);
  t.is((await (await as('supervisor')).send('GET', '/letterings')).status, 403);
});
