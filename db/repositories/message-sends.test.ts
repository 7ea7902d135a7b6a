import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import type { ProviderWord, SendVerdict } from '../../contracts/message/provider.ts';
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
import { DEMO_TENANT } from './tenants.ts';

const db = useTestDatabase(test, {
  poolMax: 8,
  async prepare(repositories) {
    await repositories.tenants.ensureDemoTenant(system);
    await verifySender(repositories);
  },
});

const MINUTE = 60_000;
const accepted = ({ ref }: ClaimedText): SendVerdict => ({ ref, kind: 'accepted', providerId: `p-${ref}` });
const word = (ref: string, kind: 'delivered' | 'failed', at = NOON): ProviderWord =>
  kind === 'delivered'
    ? { by: { ref }, kind, at }
    : { by: { ref }, kind, at, code: 'E1', reason: 'switched off' };

async function claimed(message: string, now = NOON): Promise<{ batch: string; texts: ClaimedText[] }> {
  const { batch, texts } = await db().repositories.messageSends.claim(system, message, { limit: 100, now });
  if (batch === null) throw new Error('nothing to claim');
  return { batch, texts };
}

async function only(message: string): Promise<{ batch: string; ref: string }> {
  const { batch, texts } = await claimed(message);
  return { batch, ref: texts[0]?.ref ?? '' };
}

const counts = async (message: string): Promise<object | undefined> =>
  (await db().repositories.messages.detail(system, message))?.counts;

const stateOf = async (ref: string): Promise<string> =>
  (await db().database.knex('message_sends').where('id', ref).first('state')).state;

const ask = { staleSubmittedMs: MINUTE, pollMs: MINUTE, limit: 100 };

test('of many claimers each text goes to one', async (t) => {
  const { messageSends } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(40));
  const claims = await Promise.all(
    Array.from({ length: 8 }, () => messageSends.claim(system, message, { limit: 7, now: NOON })),
  );
  const refs = claims.flatMap(({ texts }) => texts.map((text) => text.ref));
  t.is(refs.length, 40);
  t.is(new Set(refs).size, 40);
  t.is((await messageSends.claim(system, message, { limit: 7, now: NOON })).batch, null);
  t.like(await db().repositories.messages.detail(system, message), { state: 'active', sentAt: NOON });
});

test('a list goes out in its order, whatever its rows are called', async (t) => {
  const { messageSends } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(30));
  const sent: string[] = [];
  for (let hands = 0; hands < 3; hands += 1) {
    const { texts } = await messageSends.claim(system, message, { limit: 10, now: NOON });
    sent.push(...texts.map((text) => text.to));
  }
  t.deepEqual(
    sent,
    Array.from({ length: 30 }, (_, index) => mobile(index + 1)),
  );
});

test('what is being handed over is never claimed again, however long it takes', async (t) => {
  const { messageSends } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(2));
  const { batch } = await claimed(message);
  const later = { limit: 9, now: NOON + 86_400_000 };
  t.is((await messageSends.claim(system, message, later)).batch, null);
  await messageSends.settleVerdicts(system, batch, [], NOON);
  t.is((await messageSends.claim(system, message, later)).batch, null, 'no verdict is unknown');
  t.deepEqual(await messageSends.figures(system, message, NOON), { waiting: 0, open: 2, nextDueAt: null });
});

test('nothing goes before its time, and the next time is told', async (t) => {
  const { messageSends } = db().repositories;
  const plan = samplePlan([1, 2].map((n) => sampleRecipient(n, 'sms', { dueAt: NOON + n * MINUTE })));
  const message = await acceptSample(db().repositories, plan);
  const early = await messageSends.claim(system, message, { limit: 9, now: NOON });
  t.like(early, { batch: null, nextDueAt: NOON + MINUTE });
  const first = await messageSends.claim(system, message, { limit: 9, now: NOON + MINUTE });
  t.deepEqual(
    first.texts.map((text) => text.to),
    [mobile(1)],
  );
  t.is(first.nextDueAt, NOON + 2 * MINUTE);
});

test('later waits its time, unknown stays for the look-up, refused is the end', async (t) => {
  const { messageSends } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(4));
  const { batch, texts } = await claimed(message);
  const [a, b, c, d] = texts.map((text) => text.ref);
  const verdicts: SendVerdict[] = [
    { ref: a ?? '', kind: 'later', afterMs: 5 * MINUTE, reason: 'too many' },
    { ref: b ?? '', kind: 'unknown', reason: 'timed out' },
    { ref: c ?? '', kind: 'refused', code: 'E2', reason: 'no such number' },
    { ref: d ?? '', kind: 'accepted', providerId: 'p-d' },
  ];
  for (const again of [1, 2]) {
    await messageSends.settleVerdicts(system, batch, verdicts, NOON);
    t.deepEqual(
      await messageSends.figures(system, message, NOON),
      { waiting: 1, open: 2, nextDueAt: NOON + 5 * MINUTE },
      `${again}`,
    );
  }
  t.like(await counts(message), { failed: 1, pending: 3 });
  const questions = await messageSends.open(system, message, { ...ask, now: NOON });
  t.deepEqual(
    questions.map((question) => question.ref),
    [b],
    'an unknown one at once, an accepted one after a while',
  );
  t.deepEqual(await messageSends.open(system, message, { ...ask, now: NOON }), [], 'asked just now');
  const later = await messageSends.open(system, message, { ...ask, now: NOON + MINUTE });
  t.deepEqual(
    later.map(({ ref, providerId }) => [ref, providerId]),
    [
      [b, null],
      [d, 'p-d'],
    ],
  );
});

test('a hand-over whose process died is looked up; only "absent" lets it go again, and once', async (t) => {
  const { messageSends } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(1));
  const { ref } = await only(message);
  const absent: ProviderWord = { by: { ref }, kind: 'absent' };
  await messageSends.applyWords(system, 'outbox', [absent], NOON);
  t.is(await stateOf(ref), 'submitting', 'nobody was asked yet');
  t.deepEqual(await messageSends.open(system, message, { ...ask, now: NOON }), [], 'it may be at it still');
  const [question] = await messageSends.open(system, message, { ...ask, now: NOON + MINUTE });
  t.like(question, { ref, handle: null, submittedAt: NOON, to: mobile(1) });
  await messageSends.applyWords(system, 'outbox', [absent, absent], NOON + MINUTE);
  t.is(await stateOf(ref), 'waiting');
  const again = await claimed(message, NOON + MINUTE);
  t.is(again.texts[0]?.ref, ref, 'by the same reference');
  await messageSends.applyWords(system, 'outbox', [absent], NOON + MINUTE);
  t.is(await stateOf(ref), 'submitting', 'the answer was about the hand-over before');
});

test('what a provider once named is never absent', async (t) => {
  const { messageSends } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(1));
  const { batch, texts } = await claimed(message);
  await messageSends.settleVerdicts(system, batch, texts.map(accepted), NOON);
  const ref = texts[0]?.ref ?? '';
  await messageSends.open(system, message, { ...ask, now: NOON + MINUTE });
  await messageSends.applyWords(system, 'outbox', [{ by: { ref }, kind: 'absent' }], NOON + MINUTE);
  t.is(await stateOf(ref), 'accepted');
});

test('a text that waits again and was sent after all is not sent a second time', async (t) => {
  const { messageSends } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(1));
  const { batch, ref } = await only(message);
  await messageSends.settleVerdicts(system, batch, [{ ref, kind: 'later', afterMs: 0, reason: 'x' }], NOON);
  await messageSends.applyWords(system, 'outbox', [word(ref, 'delivered')], NOON);
  t.is((await messageSends.claim(system, message, { limit: 1, now: NOON })).batch, null);
  t.like(await counts(message), { delivered: 1, pending: 0 });
});

test('words count once, in any order: the first outcome stays', async (t) => {
  const { messageSends } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(1));
  const { ref } = await only(message);
  const providerId = `p-${ref}`;
  const words: ProviderWord[] = [
    { by: { providerId }, kind: 'delivered', at: NOON },
    word(ref, 'failed'),
    { by: { ref }, kind: 'accepted', providerId },
    word(ref, 'delivered'),
  ];
  const { messages } = await messageSends.applyWords(system, 'outbox', words, NOON);
  t.deepEqual(messages, [{ id: message, tenant: DEMO_TENANT, changed: 1, fallbacks: 0, open: 0 }]);
  t.is(await stateOf(ref), 'delivered', 'accepted is read first, so that its id is known');
  const [again] = (await messageSends.applyWords(system, 'outbox', words.toReversed(), NOON)).messages;
  t.like(again, { changed: 0 });
  t.like(await counts(message), { delivered: 1, failed: 0 });
  const used = await db().database.knex('usage_events').where('ref', `message-send/${ref}`);
  t.is(used.length, 1);
  t.like(used[0], { kind: 'sms', quantity: '1.000', at: new Date(NOON) });
});

test('a word of another provider, or about a text that never left, is nobody’s word', async (t) => {
  const { messageSends } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(1));
  const { knex } = db().database;
  const { id: ref } = await knex('message_sends').where({ message }).first('id');
  t.deepEqual(await messageSends.applyWords(system, 'outbox', [word(ref, 'delivered')], NOON), {
    messages: [],
  });
  await only(message);
  t.deepEqual(await messageSends.applyWords(system, 'solapi', [word(ref, 'delivered')], NOON), {
    messages: [],
  });
  t.deepEqual(await messageSends.applyWords(system, 'outbox', [word('no-uuid', 'delivered')], NOON), {
    messages: [],
  });
  t.is(await stateOf(ref), 'submitting');
});

test('what nobody reports ends unknown, and a late word corrects it', async (t) => {
  const { messageSends, messages } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(2));
  const { batch, texts } = await claimed(message);
  await messageSends.settleVerdicts(system, batch, texts.slice(0, 1).map(accepted), NOON);
  t.is(await messageSends.closeOverdue(system, message, MINUTE, NOON), 0);
  t.is(await messageSends.closeOverdue(system, message, MINUTE, NOON + MINUTE), 2);
  t.deepEqual(await messages.finishIfSettled(system, message), {
    delivered: 0,
    failed: 0,
    unknown: 2,
    excluded: 0,
  });
  const [a = '', b = ''] = texts.map((text) => text.ref);
  await messageSends.applyWords(system, 'outbox', [word(a, 'delivered'), word(b, 'failed')], NOON + MINUTE);
  t.like(await counts(message), { delivered: 1, failed: 1, unknown: 0, total: 2 });
});

test('a report that overtakes the verdict is not undone by it', async (t) => {
  const { messageSends } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(1));
  const { batch, ref } = await only(message);
  await messageSends.applyWords(system, 'outbox', [word(ref, 'delivered')], NOON);
  for (const verdict of [
    { ref, kind: 'later', afterMs: 0, reason: 'x' },
    { ref, kind: 'refused', code: 'x', reason: 'x' },
    { ref, kind: 'unknown', reason: 'x' },
    { ref, kind: 'accepted', providerId: 'p' },
  ] as const)
    await messageSends.settleVerdicts(system, batch, [verdict], NOON);
  t.is(await stateOf(ref), 'delivered');
});

test('a provider may be put in place of the one that a message was accepted with', async (t) => {
  const { messageSends, messages } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(1));
  await messageSends.claim(system, message, { limit: 1, now: NOON, provider: 'webhook' });
  t.is((await messages.detail(system, message))?.provider, 'webhook');
});

test('nothing leaves by a number that is no verified sender any more', async (t) => {
  const { messageSends, messages } = db().repositories;
  const message = await acceptSample(db().repositories, samplePlan(2, { sender: '07000000009' }));
  const claim = await messageSends.claim(system, message, { limit: 9, now: NOON });
  t.deepEqual(claim, { tenant: DEMO_TENANT, batch: null, texts: [], nextDueAt: null });
  t.like(await counts(message), { failed: 2, pending: 0 });
  const page = await messages.recipients(system, message, { limit: 1 });
  t.like(page?.recipients[0]?.sends[0], { state: 'failed', code: 'sender-not-verified' });
});

test('the ledger is for our own processes', async (t) => {
  const { messageSends } = db().repositories;
  const actor: Actor = { kind: 'api-key', key: DEMO_TENANT, tenant: DEMO_TENANT, scopes: ['messages.send'] };
  await t.throwsAsync(messageSends.claim(actor, DEMO_TENANT, { limit: 1, now: NOON }), {
    code: 'request/not-found',
  });
});
