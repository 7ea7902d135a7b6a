import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import type { ProviderWord } from '../../contracts/message/provider.ts';
import {
  acceptSample,
  mobile,
  NOON,
  sampleMessage,
  samplePlan,
  sampleRecipient,
  verifySender,
} from '../testing/message-samples.ts';
import { newTenantId, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { DEMO_TENANT } from './tenants.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  poolMax: 8,
  async prepare(repositories) {
    const { tenants } = repositories;
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
    await verifySender(repositories);
  },
});

const DAY = 86_400_000;
const person = (role: Role, tenant = DEMO_TENANT): Actor => ({
  kind: 'user',
  user: randomUUID(),
  tenant,
  role,
});

/** Sends all that is due and has every one of them end as told. */
async function settleAll(message: string, kind: 'delivered' | 'failed', only = 1_000): Promise<number> {
  const { messageSends } = db().repositories;
  const { texts } = await messageSends.claim(system, message, { limit: only, now: NOON });
  const words = texts.map(({ ref }): ProviderWord => {
    const by = { ref };
    return kind === 'delivered'
      ? { by, kind, at: NOON }
      : { by, kind, at: NOON, code: 'E1', reason: 'switched off' };
  });
  await messageSends.applyWords(system, 'outbox', words, NOON);
  return texts.length;
}

test('one key is one message, also when two ask at once; other content is refused', async (t) => {
  const { messages } = db().repositories;
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => messages.accept(system, sampleMessage(samplePlan(3), { key }))),
  );
  t.is(new Set(answers.map((answer) => answer.id)).size, 1);
  t.is(answers.filter((answer) => !answer.existed).length, 1);
  const { knex } = db().database;
  t.is((await knex('message_recipients').where('message', answers[0]?.id)).length, 3);
  await t.throwsAsync(
    messages.accept(system, sampleMessage(samplePlan(3), { key, contentHash: 'b'.repeat(64) })),
    { code: 'request/conflict' },
  );
  const theirs = await messages.accept(system, sampleMessage(samplePlan(1), { key, tenant: other }));
  t.false(theirs.existed, 'another company may use the same key');
});

test('excluded ones are kept and sent nothing; one number is sent one text', async (t) => {
  const { messages, messageSends } = db().repositories;
  const plan = samplePlan([
    sampleRecipient(1, 'sms'),
    sampleRecipient(2, 'sms', { digits: mobile(1), exclusion: 'duplicate', text: '' }),
    sampleRecipient(3, 'sms', { digits: 'no\0number', exclusion: 'not-a-number', text: '' }),
  ]);
  const message = await acceptSample(db().repositories, plan);
  t.deepEqual((await messages.detail(system, message))?.counts, {
    total: 3,
    pending: 1,
    delivered: 0,
    failed: 0,
    unknown: 0,
    excluded: 2,
    cancelled: 0,
  });
  t.is((await messageSends.claim(system, message, { limit: 9, now: NOON })).texts.length, 1);
  const twice = samplePlan([sampleRecipient(1, 'sms'), sampleRecipient(2, 'sms', { digits: mobile(1) })]);
  await t.throwsAsync(acceptSample(db().repositories, twice), { code: 'server/bug' });
});

test('T14: of many clicks on one round one resends, and only those that failed', async (t) => {
  const { messages } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(5));
  t.is(await settleAll(message, 'delivered', 2), 2);
  t.is(await settleAll(message, 'failed'), 3);
  t.like(await messages.finishIfSettled(system, message), { delivered: 2, failed: 3 });
  const answers = await Promise.all(Array.from({ length: 6 }, () => messages.resend(system, message, 1)));
  t.deepEqual(answers.map((answer) => answer.resent).toSorted(), [0, 0, 0, 0, 0, 3]);
  t.true(answers.every((answer) => answer.round === 2));
  t.like(await messages.detail(system, message), {
    state: 'starting',
    round: 2,
    finishedAt: null,
    counts: { delivered: 2, pending: 3, failed: 0 },
  });
  t.is(await settleAll(message, 'delivered'), 3);
  await messages.finishIfSettled(system, message);
  t.deepEqual(await messages.resend(system, message, 2), { round: 2, resent: 0 }, 'nobody failed');
  t.like(await messages.detail(system, message), { state: 'done', counts: { delivered: 5 } });
});

test('a resend leaves out who opted out meanwhile', async (t) => {
  const { messages, optOuts } = db().repositories;
  const plan = samplePlan([sampleRecipient(700, 'sms'), sampleRecipient(701, 'sms')]);
  const message = await acceptSample(db().repositories, plan);
  await settleAll(message, 'failed');
  await optOuts.add(system, {
    tenant: DEMO_TENANT,
    digits: mobile(700),
    scope: 'all',
    source: 'person',
    note: null,
  });
  t.deepEqual(await messages.resend(system, message, 1), { round: 2, resent: 1 });
  t.like((await messages.detail(system, message))?.counts, { failed: 1, pending: 1 });
});

test('a message is called off as long as nothing of it was handed over', async (t) => {
  const { messages, messageSends } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(2), { scheduled: true });
  t.true(await messages.activate(system, message));
  t.is((await messages.detail(system, message))?.state, 'scheduled', 'it waits for its time');
  await messages.cancel(system, message);
  await messages.cancel(system, message);
  t.like(await messages.detail(system, message), {
    state: 'cancelled',
    counts: { cancelled: 2, pending: 0 },
  });
  t.is((await messageSends.claim(system, message, { limit: 9, now: NOON })).batch, null);
  t.false(await messages.activate(system, message));
  t.deepEqual(await messages.finishIfSettled(system, message), {
    delivered: 0,
    failed: 0,
    unknown: 0,
    excluded: 0,
  });
  const sent = await acceptSample(db().repositories, samplePlan(2));
  await messageSends.claim(system, sent, { limit: 1, now: NOON });
  await t.throwsAsync(messages.cancel(system, sent), { code: 'request/conflict' });
});

test('a call-off and a claim at once: one of them comes first, and the other sees it', async (t) => {
  const { messages, messageSends } = db().repositories;
  for (let n = 0; n < 10; n++) {
    const message = await acceptSample(db().repositories, samplePlan(3));
    const [{ texts }, called] = await Promise.all([
      messageSends.claim(system, message, { limit: 9, now: NOON }),
      messages.cancel(system, message).then(
        () => true,
        () => false,
      ),
    ]);
    t.is(texts.length, called ? 0 : 3);
  }
});

test('a message without a workflow is found, until it has one', async (t) => {
  const { messages } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(1));
  const waiting = async (): Promise<boolean> =>
    (await messages.due(system, 1_000)).some(({ id }) => id === message);
  t.false(await waiting(), 'whoever accepted it starts it');
  await db()
    .database.knex('messages')
    .where('id', message)
    .update({ touched_at: new Date(0) });
  t.true(await waiting());
  t.true(await messages.activate(system, message));
  t.false(await waiting());
});

test('pages together are the whole list, by the time of sending; filters narrow it', async (t) => {
  const { messages } = db().repositories;
  const actor = person('company-admin', other);
  const ids = [];
  for (let n = 0; n < 5; n++) {
    const plan = samplePlan([sampleRecipient(100 + n, 'lms')], { channel: 'lms', dueAt: NOON + 5 * DAY + n });
    ids.unshift(await acceptSample(db().repositories, plan, { tenant: other }));
  }
  const filter = { from: NOON + DAY };
  const seen: string[] = [];
  let cursor: { dueAt: number; id: string } | null | undefined;
  do {
    const page = await messages.list(actor, filter, { limit: 2, ...(cursor ? { cursor } : {}) });
    seen.push(...page.messages.map((message) => message.id));
    cursor = page.next;
  } while (cursor !== null);
  t.deepEqual(seen, ids);
  t.deepEqual(await messages.total(actor, filter), { count: 5, capped: false });
  for (const number of [mobile(103), '0100000', '0103'])
    t.true((await messages.total(actor, { ...filter, number })).count >= 1, number);
  const [last] = (await messages.list(actor, { number: '00103' }, { limit: 9 })).messages;
  t.like(last, { id: ids[1], firstDigits: mobile(103), channel: 'lms' });
  t.is((await messages.total(actor, { ...filter, channel: 'sms' })).count, 0);
  t.is((await messages.total(actor, { ...filter, state: 'done' })).count, 0);
  t.is((await messages.total(actor, { to: NOON + DAY, number: mobile(103) })).count, 0);
});

test('recipients come by position with their hand-overs', async (t) => {
  const { messages } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(5));
  await settleAll(message, 'failed');
  await messages.resend(system, message, 1);
  const first = await messages.recipients(system, message, { limit: 2 });
  t.deepEqual(
    first?.recipients.map(({ position, sends }) => [position, sends.length]),
    [
      [1, 2],
      [2, 2],
    ],
  );
  t.is(first?.next, 2);
  const rest = await messages.recipients(system, message, { limit: 9, after: 2, outcome: 'pending' });
  t.deepEqual(
    rest?.recipients.map(({ position }) => position),
    [3, 4, 5],
  );
  t.is(rest?.next, null);
});

test('a company sees its own messages, and an agent those that he sent', async (t) => {
  const { messages } = db().repositories;
  const agent = person('agent');
  const own = await acceptSample(db().repositories, samplePlan(1), { actor: agent });
  const foreign = await acceptSample(db().repositories, samplePlan(1));
  t.like(await messages.detail(agent, own), { createdBy: agent.kind === 'user' ? agent.user : '' });
  t.deepEqual(
    (await messages.list(agent, {}, { limit: 9 })).messages.map((message) => message.id),
    [own],
  );
  t.is((await messages.total(agent, {})).count, 1);
  for (const actor of [agent, person('company-admin', other)]) {
    t.is(await messages.detail(actor, foreign), undefined);
    t.is(await messages.recipients(actor, foreign, { limit: 1 }), undefined);
    for (const act of [
      messages.resend(actor, foreign, 1),
      messages.cancel(actor, foreign),
      messages.activate(actor, foreign),
    ])
      await t.throwsAsync(act, { code: 'request/not-found' });
  }
  t.truthy(await messages.detail(person('supervisor'), own));
  await t.throwsAsync(messages.accept(agent, sampleMessage(samplePlan(1), { tenant: other })), {
    code: 'request/not-found',
  });
});
