import { randomUUID } from 'node:crypto';
import test from 'ava';
import { MessageRequest, type MessageRequestInput } from '../../contracts/message/request.ts';
import { DEMO_TENANT } from '../repositories/tenants.ts';
import { mobile, NOON } from '../testing/message-samples.ts';
import { system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { type AcceptAnswer, acceptMessage, previewMessage } from './accept-message.ts';

const SENDER = '07012345678';
const db = useTestDatabase(test, {
  poolMax: 8,
  async prepare({ tenants, senderNumbers, prices }) {
    await tenants.ensureDemoTenant(system);
    const sender = { tenant: DEMO_TENANT, digits: SENDER, label: 'main', user: null };
    const { id } = await senderNumbers.request(system, sender);
    await senderNumbers.decide(system, id, { state: 'verified', note: null });
    await prices.add(system, { tenant: null, kind: 'sms', won: 20, from: '2026-01-01' });
  },
});

const provider = { name: 'outbox', channels: ['sms', 'lms', 'mms', 'alimtalk'] } as const;

const order = (different: Partial<MessageRequestInput> = {}, tenant = DEMO_TENANT) =>
  ({
    tenant,
    origin: 'api',
    originRef: null,
    request: MessageRequest.parse({
      key: randomUUID(),
      text: '안녕하세요',
      recipients: [{ number: '010-0000-0001' }, { number: '02-123' }],
      ...different,
    }),
  }) as const;

const accept = (wanted: ReturnType<typeof order>, now = NOON): Promise<AcceptAnswer> =>
  acceptMessage(db().repositories, provider, system, wanted, now);

test('what is accepted stands in the ledger as the preview said', async (t) => {
  const wanted = order();
  const preview = await previewMessage(db().repositories, provider, system, wanted, NOON);
  if (!preview.ok) return t.fail(JSON.stringify(preview.problems));
  t.is(preview.plan.estimate, 20);
  const answer = await accept(wanted);
  if (answer.kind !== 'accepted') return t.fail(JSON.stringify(answer));
  const { messages, messageSends } = db().repositories;
  t.like(await messages.detail(system, answer.id), {
    state: 'starting',
    sender: SENDER,
    channel: 'sms',
    counts: { total: 2, excluded: 1, pending: 1 },
    createdBy: 'test',
  });
  const { texts } = await messageSends.claim(system, answer.id, { limit: 9, now: NOON });
  t.deepEqual(
    texts.map(({ to, text }) => [to, text]),
    [[mobile(1), '안녕하세요']],
  );
});

test('asked for again it is the same message, also by many at once and when it would be refused by now', async (t) => {
  const recipients = [{ number: mobile(5) }];
  const wanted = order({ recipients });
  const answers = await Promise.all(Array.from({ length: 4 }, () => accept(wanted)));
  const ids = answers.map((answer) => (answer.kind === 'accepted' ? answer.id : ''));
  t.is(new Set(ids).size, 1);
  t.is(answers.filter((answer) => answer.kind === 'accepted' && !answer.existed).length, 1);
  const optOut = {
    tenant: DEMO_TENANT,
    digits: mobile(5),
    scope: 'all',
    source: 'person',
    note: null,
  } as const;
  await db().repositories.optOuts.add(system, optOut);
  t.deepEqual(await accept(wanted), { kind: 'accepted', id: ids[0] ?? '', existed: true });
  t.like(await accept(order({ recipients })), { kind: 'refused' });
  await db().repositories.optOuts.remove(system, DEMO_TENANT, mobile(5));
  const other = { ...wanted, request: { ...wanted.request, text: '다른 글' } };
  await t.throwsAsync(accept(other), { code: 'request/conflict' });
});

test('a refusal says why and writes nothing', async (t) => {
  const wanted = order({ text: '가'.repeat(1_001) });
  const answer = await accept(wanted);
  t.is(answer.kind, 'refused');
  t.true(answer.kind === 'refused' && answer.problems.some(({ code }) => code === 'text-too-long'));
  t.is(await db().repositories.messages.byKey(system, DEMO_TENANT, wanted.request.key), undefined);
});

test('what is not due yet is scheduled', async (t) => {
  const answer = await accept(order({ recipients: [{ number: mobile(7) }], dueAt: NOON + 60_000 }));
  if (answer.kind !== 'accepted') return t.fail(JSON.stringify(answer));
  t.like(await db().repositories.messages.detail(system, answer.id), {
    state: 'scheduled',
    dueAt: NOON + 60_000,
  });
});

test('an Alimtalk keeps the names that its template had, and falls back to SMS', async (t) => {
  const { messageTemplates, messages, messageSends } = db().repositories;
  const draft = {
    name: 'joining',
    kind: 'alimtalk',
    purpose: 'info',
    subject: null,
    body: '#{이름}님, 안녕하세요',
    smsBody: null,
    alimtalkChannel: '@sample',
    alimtalkCode: 'T1',
  } as const;
  const template = await messageTemplates.create(system, DEMO_TENANT, draft);
  await messageTemplates.review(system, template.id, { state: 'approved', note: null });
  const recipients = [{ number: mobile(8), variables: { 이름: '가람' } }];
  const { text: _text, ...request } = order({ recipients, template: template.id }).request;
  const answer = await accept({ ...order(), request });
  if (answer.kind !== 'accepted') return t.fail(JSON.stringify(answer));
  const changed = await messageTemplates.change(system, template.id, { alimtalkCode: 'T2' });
  t.is(changed?.alimtalkState, 'pending');
  t.is(changed?.usedBy, 1);
  const claim = { limit: 9, now: NOON };
  const [text] = (await messageSends.claim(system, answer.id, claim)).texts;
  t.like(text, {
    channel: 'alimtalk',
    text: '가람님, 안녕하세요',
    alimtalk: { channel: '@sample', template: 'T1', variables: { 이름: '가람' } },
  });
  const failed = { by: { ref: text?.ref ?? '' }, kind: 'failed', at: NOON, code: 'x', reason: 'x' } as const;
  await messageSends.applyWords(system, 'outbox', [failed], NOON);
  t.like((await messageSends.claim(system, answer.id, claim)).texts[0], {
    channel: 'sms',
    text: '가람님, 안녕하세요',
  });
  t.like(await messages.detail(system, answer.id), { template: { id: template.id, name: 'joining' } });
});
