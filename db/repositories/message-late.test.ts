import test from 'ava';
import {
  acceptSample,
  mobile,
  NOON,
  samplePlan,
  sampleRecipient,
  verifySender,
} from '../testing/message-samples.ts';
import { system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { DEMO_TENANT } from './tenants.ts';

const db = useTestDatabase(test, {
  async prepare({ tenants, adConsents, ...repositories }) {
    await tenants.ensureDemoTenant(system);
    await verifySender(repositories);
    const numbers = [mobile(1), mobile(2)];
    await adConsents.add(system, DEMO_TENANT, { numbers, night: false, source: 'form' });
  },
});

const DAY = 24 * 3_600_000;
const EVENING = Date.parse('2026-09-21T21:00:00+09:00');
const MORNING = Date.parse('2026-09-22T08:00:00+09:00');

type Plan = ReturnType<typeof samplePlan>;

/** A message whose sends were made at noon: the database writes its own time. */
async function made(plan: Plan): Promise<string> {
  const message = await acceptSample(db().repositories, plan);
  await db()
    .database.knex('message_sends')
    .where({ message })
    .update({ created_at: new Date(NOON) });
  return message;
}

const claim = (message: string, now: number, limit = 100) =>
  db().repositories.messageSends.claim(system, message, { limit, now });

const sendsOf = async (message: string): Promise<string[]> =>
  (await db().database.knex('message_sends').where({ message }).orderBy(['round', 'step'])).map(
    ({ channel, state, code }: { channel: string; state: string; code: string }) =>
      `${channel} ${state} ${code}`,
  );

test('what was not handed over within a day fails, all of it at once, and can be resent', async (t) => {
  const { messages } = db().repositories;
  const message = await made(samplePlan(3));
  t.is((await claim(message, NOON + DAY - 1, 1)).texts.length, 1);
  t.deepEqual(await claim(message, NOON + DAY, 1), {
    tenant: DEMO_TENANT,
    batch: null,
    texts: [],
    nextDueAt: null,
  });
  t.like((await messages.detail(system, message))?.counts, { failed: 2, pending: 1 });
  const [, late] = (await messages.recipients(system, message, { limit: 2 }))?.recipients ?? [];
  t.like(late?.sends[0], { state: 'failed', code: 'too-late', settledAt: NOON + DAY });
  t.deepEqual(await messages.resend(system, message, 1), { round: 2, resent: 2 });
  t.is((await claim(message, Date.now())).texts.length, 2, 'a new round has a day of its own');
});

test('a provider that always says `later` is asked for a day', async (t) => {
  const { messageSends, messages } = db().repositories;
  const message = await made(samplePlan(1));
  let now = NOON;
  let hands = 0;
  for (; hands < 100; hands += 1) {
    const { batch, texts } = await claim(message, now);
    if (batch === null) break;
    const verdicts = texts.map(
      ({ ref }) => ({ ref, kind: 'later', afterMs: DAY / 10, reason: 'x' }) as const,
    );
    await messageSends.settleVerdicts(system, batch, verdicts, now);
    now += DAY / 10;
  }
  t.is(hands, 10);
  t.deepEqual(await sendsOf(message), ['sms failed too-late']);
  t.like(await messages.finishIfSettled(system, message), { failed: 1 });
});

test('the verdict `later` after the day ends the send, and an Alimtalk leaves no SMS', async (t) => {
  const { messageSends } = db().repositories;
  const message = await made(samplePlan(1, { channel: 'alimtalk' }));
  const { batch, texts } = await claim(message, NOON);
  const verdicts = texts.map(({ ref }) => ({ ref, kind: 'later', afterMs: 0, reason: 'x' }) as const);
  await messageSends.settleVerdicts(system, batch ?? '', verdicts, NOON + DAY);
  t.deepEqual(await sendsOf(message), ['alimtalk failed too-late']);
});

test('an Alimtalk that waited for a day leaves no SMS', async (t) => {
  const message = await made(samplePlan(1, { channel: 'alimtalk' }));
  t.is((await claim(message, NOON + DAY)).batch, null);
  t.deepEqual(await sendsOf(message), ['alimtalk failed too-late']);
});

test('a message that waits for its time has its day after it', async (t) => {
  const dueAt = NOON + 30 * DAY;
  const message = await made(samplePlan([sampleRecipient(1, 'sms', { dueAt })], { dueAt }));
  t.is((await claim(message, NOON + 2 * DAY)).nextDueAt, dueAt);
  t.is((await claim(message, dueAt + DAY - 1)).texts.length, 1);
});

test('advertising that sleeps is not too late before the morning, and has its day after it', async (t) => {
  const people = [sampleRecipient(1, 'sms'), sampleRecipient(2, 'sms', { night: true })];
  const message = await made(samplePlan(people, { purpose: 'ad' }));
  t.deepEqual((await claim(message, EVENING + DAY)).texts, [], 'one is too late, the other one sleeps');
  t.deepEqual((await sendsOf(message)).toSorted(), ['sms failed too-late', 'sms waiting null']);
  t.is((await claim(message, MORNING + DAY)).batch, null);
  const evening = await made(samplePlan([sampleRecipient(1, 'sms')], { purpose: 'ad', dueAt: EVENING }));
  t.is((await claim(evening, EVENING + DAY - 1)).texts.length, 1);
});
