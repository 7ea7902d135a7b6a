import test from 'ava';
import { AuditListView } from '../../contracts/api/audit.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { SenderListView, SenderView } from '../../contracts/api/senders.ts';
import { newTenantId, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { type Asked, askedBy } from '../testing/asked-by.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  prepare: async ({ tenants }) => {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: '다른 회사' });
  },
});
const opened: Asked[] = [];
test.after.always(async () => void (await Promise.all(opened.map(({ server }) => server.api.close()))));
async function as(role: Role, tenant?: typeof other): Promise<Asked> {
  const asked = await askedBy(db(), role, tenant === undefined ? {} : { tenant });
  opened.push(asked);
  return asked;
}
const draft = (digits: string): object => ({ digits, label: '대표', user: null });
const view = ({ json }: { json: unknown }): SenderView => SenderView.parse(json);

test.serial('a number is asked for, verified by who runs the installation, and then usable', async (t) => {
  const admin = await as('company-admin');
  const asked = view(await admin.send('POST', '/senders', draft('02-2345-6789')));
  t.like(asked, {
    digits: '0223456789',
    kind: 'geographic',
    state: 'requested',
    usable: false,
    because: 'requested',
    main: false,
  });
  const decision = { state: 'verified', note: '이용증명원 확인' };
  t.is((await admin.send('POST', `/senders/${asked.id}/decision`, decision)).status, 403);
  const platform = await as('platform-admin');
  t.like(view(await platform.send('POST', `/senders/${asked.id}/decision`, decision)), {
    state: 'verified',
    usable: true,
    because: null,
    main: true,
    note: '이용증명원 확인',
  });
  t.is((await admin.send('POST', '/senders', draft('0223456789'))).status, 409, 'it is there already');
  const { json } = await admin.send('GET', '/audit');
  const actions = AuditListView.parse(json).entries.map(({ action }) => action);
  t.true(actions.filter((action) => action.startsWith('sender')).length >= 2, actions.join());
});

test.serial('what may never be a sender is not even asked for', async (t) => {
  const admin = await as('company-admin');
  for (const digits of ['0507-1234-5678', '112', '060-700-1234', 'abc', '02-1588-0000']) {
    const { status, json } = await admin.send('POST', '/senders', draft(digits));
    t.is(status, 422, digits);
    t.like(json, { code: 'message/refused', problems: [{ code: 'sender-not-allowed', field: 'digits' }] });
  }
});

test.serial('A14: a representative number waits for the company’s setting', async (t) => {
  const [admin, platform] = [await as('company-admin'), await as('platform-admin')];
  const { id } = view(await admin.send('POST', '/senders', draft('1588-0000')));
  await platform.send('POST', `/senders/${id}/decision`, { state: 'verified', note: null });
  const find = async (): Promise<SenderView | undefined> =>
    SenderListView.parse((await admin.send('GET', '/senders')).json).senders.find((one) => one.id === id);
  t.like(await find(), { state: 'verified', usable: false, because: 'representative' });
  t.is((await admin.send('PATCH', `/senders/${id}`, { main: true })).status, 422);
  t.is((await admin.send('PATCH', '/message-settings', { allowRepresentative: true })).status, 200);
  t.like(await find(), { usable: true });
  t.like(view(await admin.send('PATCH', `/senders/${id}`, { main: true })), { main: true });
  t.is((await admin.send('DELETE', `/senders/${id}`)).status, 204);
  t.is(await find(), undefined);
});

test.serial('an agent sees the numbers that are his, another company none', async (t) => {
  const [admin, agent] = [await as('company-admin'), await as('agent')];
  const mine = view(
    await admin.send('POST', '/senders', { ...draft('070-1111-2222'), user: agent.actor.user }),
  );
  t.is(mine.user?.id, agent.actor.user);
  const seen = SenderListView.parse((await agent.send('GET', '/senders')).json);
  t.deepEqual(
    seen.senders.map(({ id }) => id),
    [mine.id],
  );
  t.is((await agent.send('POST', '/senders', draft('070-1111-3333'))).status, 403);
  const stranger = await as('company-admin', other);
  t.deepEqual(SenderListView.parse((await stranger.send('GET', '/senders')).json).senders, []);
  t.is((await stranger.send('PATCH', `/senders/${mine.id}`, { label: '내 것' })).status, 404);
});

test.serial(
  'the address for reports is told to who enters it at the provider, and to nobody else',
  async (t) => {
    for (const [role, told] of [
      ['platform-admin', true],
      ['company-admin', false],
      ['agent', false],
    ] as const) {
      const asked = await as(role);
      asked.texting.setting = { ...asked.texting.setting, reportAddress: 'https://x.example/hooks/s3cret' };
      const { json } = await asked.send('GET', '/message-settings');
      t.is(JSON.stringify(json).includes('s3cret'), told, role);
    }
  },
);
