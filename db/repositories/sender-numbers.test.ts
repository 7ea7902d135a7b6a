import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import { newTenantId, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { DEMO_TENANT } from './tenants.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  async prepare({ tenants }) {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
  },
});

const admin = (tenant = DEMO_TENANT): Actor => ({
  kind: 'user',
  user: randomUUID(),
  tenant,
  role: 'company-admin',
});
const asked = (digits: string) => ({ tenant: DEMO_TENANT, digits, label: digits, user: null });
const verified = { state: 'verified', note: null } as const;

test.serial('the first verified number is the main one, and only one is', async (t) => {
  const { senderNumbers, auditLog } = db().repositories;
  const [a, b] = [
    await senderNumbers.request(admin(), asked('0212340001')),
    await senderNumbers.request(admin(), asked('0212340002')),
  ];
  await t.throwsAsync(senderNumbers.request(admin(), asked('0212340001')), { code: 'request/conflict' });
  await t.throwsAsync(senderNumbers.change(admin(), a.id, { main: true }), { code: 'request/conflict' });
  t.like(await senderNumbers.decide(system, a.id, verified), { state: 'verified', main: true });
  t.like(await senderNumbers.decide(system, b.id, verified), { main: false });
  await Promise.all([a, b, a, b].map(({ id }) => senderNumbers.change(admin(), id, { main: true })));
  const mains = (await senderNumbers.list(admin())).filter(({ main }) => main);
  t.is(mains.length, 1);
  await senderNumbers.decide(system, a.id, { state: 'rejected', note: 'no proof' });
  t.like(
    (await senderNumbers.list(admin())).find(({ id }) => id === a.id),
    { main: false, state: 'rejected', note: 'no proof' },
  );
  const { entries } = await auditLog.list(system, { action: 'sender.', limit: 50 });
  t.true(entries.length >= 9);
});

test.serial('a number is assigned to a person of the company, and nobody else’s', async (t) => {
  const { senderNumbers, users } = db().repositories;
  const user = (tenant: typeof other, id = randomUUID()) =>
    ({ id, tenant, email: `${id}@example.com`, name: 'Gaon', role: 'agent', state: 'active' }) as const;
  const [own, stranger] = [user(DEMO_TENANT), user(other)];
  await users.create(system, own);
  await users.create(system, stranger);
  const { id } = await senderNumbers.request(admin(), { ...asked('0212340003'), user: own.id });
  t.deepEqual((await senderNumbers.list(admin())).find((sender) => sender.id === id)?.user, {
    id: own.id,
    name: 'Gaon',
  });
  await t.throwsAsync(senderNumbers.change(admin(), id, { user: stranger.id }), {
    code: 'request/not-found',
  });
  t.like(await senderNumbers.change(admin(), id, { user: null, label: 'desk' }), {
    user: null,
    label: 'desk',
  });
  t.is(await senderNumbers.change(admin(other), id, { label: 'x' }), undefined);
  t.false(await senderNumbers.remove(admin(other), id));
  t.true(await senderNumbers.remove(admin(), id));
  t.deepEqual(await senderNumbers.list(admin(other)), []);
});

test.serial('templates: one name, a new body is reviewed anew, a removed one leaves its name', async (t) => {
  const { messageTemplates } = db().repositories;
  const draft = {
    name: '예약 확인',
    kind: 'alimtalk',
    purpose: 'info',
    subject: null,
    body: '#{이름}님',
    smsBody: null,
    alimtalkChannel: '@sample',
    alimtalkCode: 'A1',
  } as const;
  const { id, alimtalkState } = await messageTemplates.create(admin(), DEMO_TENANT, draft);
  t.is(alimtalkState, 'pending');
  await t.throwsAsync(messageTemplates.create(admin(), DEMO_TENANT, draft), { code: 'request/conflict' });
  await messageTemplates.review(system, id, { state: 'approved', note: 'good' });
  t.like(await messageTemplates.change(admin(), id, { subject: 'x' }), { alimtalkState: 'approved' });
  t.like(await messageTemplates.change(admin(), id, { body: '#{이름} 님' }), {
    alimtalkState: 'pending',
    reviewNote: null,
  });
  t.is(await messageTemplates.get(admin(other), id), undefined);
  t.true(await messageTemplates.remove(admin(), id));
  t.false(await messageTemplates.remove(admin(), id));
  const text = await messageTemplates.create(admin(), DEMO_TENANT, {
    ...draft,
    kind: 'text',
    alimtalkChannel: null,
    alimtalkCode: null,
  });
  await t.throwsAsync(messageTemplates.review(system, text.id, { state: 'approved', note: null }), {
    code: 'request/conflict',
  });
  t.deepEqual(
    (await messageTemplates.list(admin())).map((template) => template.id),
    [text.id],
  );
});

test.serial('a picture of a company is kept once; settings are the defaults until changed', async (t) => {
  const { messageImages, messageSettings } = db().repositories;
  const picture = { bytes: new Uint8Array([255, 216, 1, 2]), width: 320, height: 240 };
  const first = await messageImages.add(admin(), DEMO_TENANT, picture);
  t.deepEqual(await messageImages.add(admin(), DEMO_TENANT, picture), first);
  const read = await messageImages.read(admin(), first.id);
  t.deepEqual([...(read?.bytes ?? [])], [255, 216, 1, 2]);
  t.is(await messageImages.read(admin(other), first.id), undefined);
  t.deepEqual(await messageSettings.read(admin(), DEMO_TENANT), {
    allowRepresentative: false,
    adSenderName: null,
    optOutNumber: null,
  });
  await messageSettings.change(admin(), DEMO_TENANT, { adSenderName: '콜라이트' });
  await messageSettings.change(admin(), DEMO_TENANT, { optOutNumber: '0801234567' });
  t.deepEqual(await messageSettings.read(admin(), DEMO_TENANT), {
    allowRepresentative: false,
    adSenderName: '콜라이트',
    optOutNumber: '0801234567',
  });
  await t.throwsAsync(messageSettings.read(admin(other), DEMO_TENANT), { code: 'request/not-found' });
});
