import test from 'ava';
import type { ProviderWord } from '../../contracts/message/provider.ts';
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
import type { ClaimedText } from './message-sends.ts';

const db = useTestDatabase(test, {
  poolMax: 8,
  async prepare(repositories) {
    await repositories.tenants.ensureDemoTenant(system);
    await verifySender(repositories);
  },
});

const failed = (ref: string): ProviderWord => ({
  by: { ref },
  kind: 'failed',
  at: NOON,
  code: '3018',
  reason: 'no Kakao account',
});
const delivered = (ref: string): ProviderWord => ({ by: { ref }, kind: 'delivered', at: NOON });

async function claim(message: string): Promise<{ batch: string; texts: ClaimedText[] }> {
  const { batch, texts } = await db().repositories.messageSends.claim(system, message, {
    limit: 100,
    now: NOON,
  });
  return { batch: batch ?? '', texts };
}

async function oneAlimtalk(): Promise<{ message: string; batch: string; text: ClaimedText }> {
  const message = await acceptSample(db().repositories, samplePlan(1, { channel: 'alimtalk' }));
  const { batch, texts } = await claim(message);
  const [text] = texts;
  if (text === undefined) throw new Error('nothing was claimed');
  return { message, batch, text };
}

const sendsOf = async (message: string): Promise<string[]> =>
  (await db().database.knex('message_sends').where({ message }).orderBy(['round', 'step'])).map(
    (send: { step: number; channel: string; state: string }) => `${send.step} ${send.channel} ${send.state}`,
  );

test('T20: a failed Alimtalk makes exactly one SMS, however many say so at once', async (t) => {
  const { messageSends, messages } = db().repositories;
  const { message, text } = await oneAlimtalk();
  t.like(text, { alimtalk: { channel: '@sample', template: 'SAMPLE' }, text: 'text 1' });
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => messageSends.applyWords(system, 'outbox', [failed(text.ref)], NOON)),
  );
  t.is(
    answers.reduce((sum, answer) => sum + (answer.messages[0]?.fallbacks ?? 0), 0),
    1,
  );
  t.deepEqual(await sendsOf(message), ['0 alimtalk failed', '1 sms waiting']);
  t.like(await messages.detail(system, message), { counts: { pending: 1, failed: 0 } });
  const { texts } = await claim(message);
  t.like(texts[0], { channel: 'sms', text: 'sms 1', to: mobile(1), alimtalk: null });
  await messageSends.applyWords(system, 'outbox', [failed(text.ref), failed(texts[0]?.ref ?? '')], NOON);
  t.deepEqual(await sendsOf(message), ['0 alimtalk failed', '1 sms failed'], 'and no SMS after an SMS');
  t.like(await messages.detail(system, message), { counts: { pending: 0, failed: 1 } });
});

test('T20: a delivered Alimtalk makes no SMS, also when a failure is reported afterwards', async (t) => {
  const { messageSends, messages } = db().repositories;
  const { message, text } = await oneAlimtalk();
  await messageSends.applyWords(system, 'outbox', [delivered(text.ref)], NOON);
  await messageSends.applyWords(system, 'outbox', [failed(text.ref)], NOON);
  t.deepEqual(await sendsOf(message), ['0 alimtalk delivered']);
  t.deepEqual(await messages.finishIfSettled(system, message), {
    delivered: 1,
    failed: 0,
    unknown: 0,
    excluded: 0,
  });
  const used = await db().database.knex('usage_events').where('ref', `message-send/${text.ref}`);
  t.is(used[0]?.kind, 'alimtalk');
});

test('T20: an Alimtalk that the provider refuses makes its SMS with the verdict', async (t) => {
  const { messageSends } = db().repositories;
  const { message, batch, text } = await oneAlimtalk();
  const refused = { ref: text.ref, kind: 'refused', code: 'x', reason: 'template' } as const;
  await messageSends.settleVerdicts(system, batch, [refused], NOON);
  await messageSends.settleVerdicts(system, batch, [refused], NOON);
  t.deepEqual(await sendsOf(message), ['0 alimtalk failed', '1 sms waiting']);
});

test('T20: an unknown Alimtalk makes no SMS, not even when it fails late: a person resends it', async (t) => {
  const { messageSends, messages } = db().repositories;
  const { message, text } = await oneAlimtalk();
  await messageSends.closeOverdue(system, message, 0, NOON);
  t.deepEqual(await sendsOf(message), ['0 alimtalk unknown']);
  await messageSends.applyWords(system, 'outbox', [failed(text.ref)], NOON);
  t.deepEqual(await sendsOf(message), ['0 alimtalk failed']);
  t.deepEqual(await messages.resend(system, message, 1), { round: 2, resent: 1 });
  const { texts } = await claim(message);
  await messageSends.applyWords(system, 'outbox', [failed(texts[0]?.ref ?? '')], NOON);
  t.deepEqual(await sendsOf(message), ['0 alimtalk failed', '0 alimtalk failed', '1 sms waiting']);
});

test('without a wish for one, a failed Alimtalk is the end', async (t) => {
  const { messageSends, messages } = db().repositories;
  const plan = samplePlan([sampleRecipient(1, 'alimtalk', { fallback: null })], { channel: 'alimtalk' });
  const message = await acceptSample(db().repositories, plan);
  const { texts } = await claim(message);
  await messageSends.applyWords(system, 'outbox', [failed(texts[0]?.ref ?? '')], NOON);
  t.deepEqual(await sendsOf(message), ['0 alimtalk failed']);
  t.like(await messages.detail(system, message), { counts: { failed: 1 } });
});
