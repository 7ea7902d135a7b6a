import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { newTenantId, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import type { NewMail } from './outbox.ts';
import type { ClaimedMail } from './outbox-delivery.ts';
import { DEMO_TENANT } from './tenants.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  prepare: async ({ tenants, users }) => {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
    const role = 'platform-admin';
    const boss = {
      id: randomUUID(),
      tenant: DEMO_TENANT,
      email: 'Boss@example.com',
      name: 'boss',
      role,
    } as const;
    await users.create(system, { ...boss, state: 'active' });
  },
});
const person = (role: Role, tenant = DEMO_TENANT): Actor => ({
  kind: 'user',
  user: randomUUID(),
  tenant,
  role,
});
const admin = person('company-admin');
const newMail = (different: Partial<NewMail> = {}): NewMail => ({
  tenant: DEMO_TENANT,
  kind: 'invitation',
  to: 'someone@example.com',
  subject: 'Invitation',
  body: 'http://127.0.0.1:3000/invitation#secret',
  ...different,
});

async function claimed(): Promise<ClaimedMail> {
  const mail = await db().repositories.outbox.claim(system);
  if (mail === undefined) throw new Error('nothing to claim');
  return mail;
}

test.serial('without a mail server mails are kept: no sender ever gets one', async (t) => {
  const { outbox } = db().repositories;
  const id = await outbox.queue(system, newMail(), false);
  t.is(await outbox.claim(system), undefined);
  await t.throwsAsync(outbox.resend(admin, id, false), { message: /SMTP_URL/ });
  t.is((await outbox.read(admin, id))?.state, 'kept');
});

test.serial('of many senders one gets a mail, and a sent mail stays sent', async (t) => {
  const { outbox } = db().repositories;
  const id = await outbox.queue(system, newMail(), true);
  const claims = await Promise.all(Array.from({ length: 6 }, () => outbox.claim(system)));
  const [mail, ...more] = claims.filter((claim) => claim !== undefined);
  t.deepEqual(more, []);
  t.is(mail?.id, id);
  if (mail === undefined) return;
  t.true(await outbox.settle(system, mail, { kind: 'sent' }));
  t.false(
    await outbox.settle(system, mail, { kind: 'later', error: 'x', afterMs: 0 }),
    'a late word of the same try',
  );
  t.is(await outbox.claim(system), undefined);
  t.like(await outbox.read(admin, id), { state: 'sent', attempts: 1 });
  await t.throwsAsync(outbox.resend(admin, id, true), { message: /is sent/ });
});

test.serial('each claim takes one mail, the longest waiting first', async (t) => {
  const { outbox } = db().repositories;
  const ids = [];
  for (let n = 0; n < 5; n++) ids.push(await outbox.queue(system, newMail(), true));
  t.is((await claimed()).id, ids[0] ?? '');
  const rest = await Promise.all([1, 2, 3, 4, 5].map(() => outbox.claim(system)));
  t.deepEqual(rest.flatMap((mail) => mail?.id ?? []).toSorted(), ids.slice(1).toSorted());
  await outbox.giveUpClaims(system, -1);
});

test.serial('an unknown outcome is never tried again but by a person', async (t) => {
  const { outbox, auditLog } = db().repositories;
  const id = await outbox.queue(system, newMail(), true);
  await outbox.settle(system, await claimed(), { kind: 'unknown', error: 'the connection broke' });
  t.is(await outbox.claim(system), undefined);
  t.like(await outbox.read(admin, id), {
    state: 'failed',
    lastError: 'the connection broke: it may have been sent',
  });
  t.like(await outbox.resend(admin, id, true), { state: 'queued', attempts: 1, lastError: null });
  t.like(await claimed(), { id, attempt: 2 });
  const { entries } = await auditLog.list(admin, { action: 'outbox.resend', limit: 1 });
  t.is(entries[0]?.subject, id);
});

test.serial(
  'a sender that is gone leaves a mail that may have been sent; its late word still counts',
  async (t) => {
    const { outbox } = db().repositories;
    await outbox.giveUpClaims(system, -1);
    const id = await outbox.queue(system, newMail(), true);
    const mail = await claimed();
    t.is(await outbox.giveUpClaims(system, 60_000), 0, 'not yet');
    t.is(await outbox.giveUpClaims(system, -1), 1);
    t.is(await outbox.claim(system), undefined);
    t.true(await outbox.settle(system, mail, { kind: 'sent' }));
    t.like(await outbox.read(admin, id), { state: 'sent', lastError: null });
  },
);

test.serial('what was certainly not sent waits its time, or is refused for good', async (t) => {
  const { outbox } = db().repositories;
  const id = await outbox.queue(system, newMail(), true);
  await outbox.settle(system, await claimed(), { kind: 'later', error: 'no connection', afterMs: 60_000 });
  t.is(await outbox.claim(system), undefined, 'not before its time');
  t.like(await outbox.read(admin, id), { state: 'queued', lastError: 'no connection' });
  await db()
    .database.knex('outbox')
    .where('id', id)
    .update({ due_at: new Date(0) });
  await outbox.settle(system, await claimed(), { kind: 'refused', error: 'no such mailbox' });
  t.like(await outbox.read(admin, id), { state: 'failed', attempts: 2, lastError: 'no such mailbox' });
});

test.serial('pages together are the whole list, without bodies; only the own company’s mails', async (t) => {
  const { outbox } = db().repositories;
  const ids = await Promise.all(
    Array.from({ length: 5 }, () => outbox.queue(system, newMail({ tenant: other }), false)),
  );
  const theirs = person('company-admin', other);
  const seen: string[] = [];
  let cursor: Awaited<ReturnType<typeof outbox.list>>['next'] = null;
  do {
    const page = await outbox.list(theirs, { limit: 2, ...(cursor === null ? {} : { cursor }) });
    t.false(JSON.stringify(page).includes('secret'));
    seen.push(...page.mails.map((mail) => mail.id));
    cursor = page.next;
  } while (cursor !== null);
  t.deepEqual(seen.toSorted(), ids.toSorted());
  const [foreign = ''] = ids;
  t.is(await outbox.read(admin, foreign), undefined);
  t.is(await outbox.resend(admin, foreign, true), undefined);
});

test.serial('a look at a mail is recorded; a platform administrator’s mail is for those only', async (t) => {
  const { outbox, auditLog } = db().repositories;
  const id = await outbox.queue(system, newMail({ to: 'boss@EXAMPLE.com', kind: 'password-reset' }), false);
  t.is(await outbox.read(admin, id), undefined);
  t.is(await outbox.resend(admin, id, true), undefined);
  t.false((await outbox.list(admin, { limit: 200 })).mails.some((mail) => mail.id === id));
  const platform = person('platform-admin', other);
  t.regex((await outbox.read(platform, id))?.body ?? '', /secret/);
  const { entries } = await auditLog.list(platform, { action: 'outbox.read', limit: 1 });
  t.like(entries[0], { subject: id, actor: platform.kind === 'user' ? platform.user : '' });
});
