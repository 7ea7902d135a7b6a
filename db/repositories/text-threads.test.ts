import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import type { InboundText } from '../../contracts/message/provider.ts';
import {
  acceptSample,
  mobile,
  NOON,
  SAMPLE_SENDER,
  samplePlan,
  verifySender,
} from '../testing/message-samples.ts';
import { newTenantId, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { DEMO_TENANT } from './tenants.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  async prepare(repositories) {
    const { tenants } = repositories;
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
    await verifySender(repositories);
  },
});

const admin = (tenant = DEMO_TENANT): Actor => ({
  kind: 'user',
  user: randomUUID(),
  tenant,
  role: 'company-admin',
});
const incoming = (providerId: string, different: Partial<InboundText> = {}): InboundText => ({
  providerId,
  to: SAMPLE_SENDER,
  from: mobile(1),
  subject: null,
  text: 'hello',
  at: NOON - 60_000,
  ...different,
});

test.serial('a text that comes in is kept once, under the company that has the number', async (t) => {
  const { inboundTexts, textThreads } = db().repositories;
  const texts = [
    incoming('a'),
    incoming('b', { text: 'again', at: NOON - 30_000 }),
    incoming('c', { to: '0299' }),
  ];
  t.deepEqual(await inboundTexts.record(system, 'webhook', texts), { kept: 2, known: 0, unassigned: 1 });
  t.deepEqual(await inboundTexts.record(system, 'webhook', texts), { kept: 0, known: 2, unassigned: 1 });
  t.deepEqual(await inboundTexts.record(system, 'nhn', texts.slice(0, 1)), {
    kept: 1,
    known: 0,
    unassigned: 0,
  });
  const { threads } = await textThreads.list(admin(), { limit: 9 });
  t.is(threads.length, 1);
  t.like(threads[0], {
    ours: SAMPLE_SENDER,
    other: mobile(1),
    lastText: 'again',
    lastDirection: 'in',
    unread: 3,
  });
  t.deepEqual((await textThreads.list(admin(other), { limit: 9 })).threads, []);
});

test.serial('a conversation holds both sides, and is read once it was opened', async (t) => {
  const { textThreads } = db().repositories;
  await acceptSample(db().repositories, samplePlan(1));
  const [thread] = (await textThreads.list(admin(), { limit: 9 })).threads;
  if (thread === undefined) return t.fail('no thread');
  t.like(thread, { lastText: 'text 1', lastDirection: 'out', lastAt: NOON });
  t.deepEqual(
    (await textThreads.entries(admin(), thread)).map(({ direction, text, state }) => [
      direction,
      text,
      state,
    ]),
    [
      ['in', 'hello', null],
      ['in', 'hello', null],
      ['in', 'again', null],
      ['out', 'text 1', 'pending'],
    ],
  );
  t.is(await textThreads.markRead(admin(other), thread.id), 0);
  t.is(await textThreads.markRead(admin(), thread.id), 3);
  t.is((await textThreads.get(admin(), thread.id))?.unread, 0);
  t.is(await textThreads.get(admin(other), thread.id), undefined);
});

test.serial('an agent reads the conversations of a number that is assigned to him', async (t) => {
  const { senderNumbers, textThreads, users } = db().repositories;
  const agent = {
    id: randomUUID(),
    tenant: DEMO_TENANT,
    name: 'Gaon',
    role: 'agent',
    state: 'active',
  } as const;
  await users.create(system, { ...agent, email: 'gaon@example.com' });
  const actor: Actor = { kind: 'user', user: agent.id, tenant: DEMO_TENANT, role: 'agent' };
  t.deepEqual((await textThreads.list(actor, { limit: 9 })).threads, []);
  const [sender] = await senderNumbers.list(system);
  const [thread] = (await textThreads.list(admin(), { limit: 9 })).threads;
  if (sender === undefined || thread === undefined) return t.fail('no sender or thread');
  t.is(await textThreads.markRead(actor, thread.id), 0);
  await senderNumbers.change(system, sender.id, { user: agent.id });
  t.deepEqual(
    (await textThreads.list(actor, { limit: 9 })).threads.map(({ id }) => id),
    [thread.id],
  );
  t.true((await textThreads.entries(actor, thread)).every(({ direction }) => direction === 'in'));
});

test.serial('pages of threads together are the whole list', async (t) => {
  const { inboundTexts, textThreads } = db().repositories;
  const texts = [2, 3, 4, 5].map((n) => incoming(`n${n}`, { from: mobile(n), at: NOON + n }));
  await inboundTexts.record(system, 'webhook', texts);
  const seen: string[] = [];
  let cursor: { lastAt: number; id: string } | null | undefined;
  do {
    const page = await textThreads.list(admin(), { limit: 2, ...(cursor ? { cursor } : {}) });
    seen.push(...page.threads.map((thread) => thread.other));
    cursor = page.next;
  } while (cursor !== null);
  t.deepEqual(seen, [5, 4, 3, 2, 1].map(mobile));
});

test.serial('the outbox keeps one text for each send', async (t) => {
  const { messageSends, outboxTexts } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(2));
  const { texts } = await messageSends.claim(system, message, { limit: 9, now: NOON });
  const rows = texts.map(({ ref, channel, from, to, subject, text }) => ({
    ...{ ref, channel, subject, text },
    ...{ sender: from, digits: to, image: null },
  }));
  const kept = await outboxTexts.keep(system, rows, NOON);
  t.is(kept.length, 2);
  t.deepEqual(await outboxTexts.keep(system, rows, NOON + 1), kept, 'the first time counts');
  t.is((await outboxTexts.find(system, [rows[0]?.ref ?? '', randomUUID()])).length, 1);
  t.deepEqual((await outboxTexts.newest(admin())).map(({ text }) => text).toSorted(), ['text 1', 'text 2']);
  t.deepEqual(await outboxTexts.newest(admin(other)), []);
});
