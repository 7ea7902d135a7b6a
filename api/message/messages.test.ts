import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import { MessageDetailView, MessageListView, RecipientListView } from '../../contracts/api/messages.ts';
import { Problem } from '../../contracts/api/problem.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { newTenantId, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';
import {
  createTestTexting,
  handOver,
  orderTo,
  type TestTexting,
  verifiedSender,
} from '../testing/test-texting.ts';
import { createTestUser } from '../testing/test-user.ts';

const MAIN = '0212345678';
const stranger = newTenantId();
const db = useTestDatabase(test, {
  prepare: async (repositories) => {
    await repositories.tenants.ensureDemoTenant(system);
    await repositories.tenants.create(system, { id: stranger, name: '다른 회사' });
    await verifiedSender({ repositories }, MAIN);
  },
});

const open: TestApi[] = [];
test.after.always(async () => void (await Promise.all(open.map(({ api }) => api.close()))));
type Started = TestApi & {
  texting: TestTexting;
  post(path: string, body: object): ReturnType<TestApi['send']>;
};

async function api(actor: Actor): Promise<Started> {
  const texting = createTestTexting();
  const server = await startTestApi(db(), { identify: async () => ({ actor }), texting });
  open.push(server);
  const json = { 'Content-Type': 'application/json' };
  const post = (path: string, body: object) =>
    server.send('POST', `/api/v1${path}`, JSON.stringify(body), json);
  return { ...server, texting, post };
}
async function person(
  role: 'company-admin' | 'agent',
  tenant = DEMO_TENANT,
): Promise<Actor & { kind: 'user' }> {
  const { id } = await createTestUser(db(), { role, tenant });
  return { kind: 'user', user: id, tenant, role };
}

const detailOf = ({ text }: { text: string }): MessageDetailView => MessageDetailView.parse(JSON.parse(text));
const problemsOf = ({ text }: { text: string }): string[] =>
  (Problem.parse(JSON.parse(text)).problems ?? []).map(({ code, field }) => `${code} ${field}`);

test.serial('a text that the database cannot keep is refused, wherever it stands', async (t) => {
  const server = await api(await person('company-admin'));
  const bad = { key: 'key-1234\u0000', text: 'a\u0000b', subject: '\u0000' };
  for (const [field, value] of Object.entries(bad)) {
    const answer = await server.post('/messages', orderTo(['01012345678'], { [field]: value }));
    t.is(answer.status, 400, field);
    t.is(Problem.parse(JSON.parse(answer.text)).code, 'request/invalid', field);
  }
});

test.serial('an order is in the ledger, masked, and its workflow is started', async (t) => {
  const server = await api(await person('company-admin'));
  const answer = await server.post('/messages', orderTo(['010-1234-5678', '01023456789']));
  t.is(answer.status, 200, answer.text);
  const message = detailOf(answer);
  t.like(message, {
    recipient: '010****5678',
    channel: 'sms',
    state: 'starting',
    sender: MAIN,
    bytes: 19,
    origin: 'console',
    round: 1,
    provider: 'outbox',
    successRate: null,
    counts: { total: 2, pending: 2, delivered: 0 },
  });
  t.deepEqual(server.texting.started, [{ message: message.id, tenant: DEMO_TENANT }]);
  const { text } = await server.get(`/api/v1/messages/${message.id}/recipients?limit=1`);
  const page = RecipientListView.parse(JSON.parse(text));
  t.like(page.recipients[0], { position: 1, number: '010****5678', outcome: 'pending' });
  t.is(page.next, '1');
  t.notRegex(server.logged.join(), /01012345678|01023456789/);
});

test.serial('the same key is the same message, and never another one', async (t) => {
  const server = await api(await person('company-admin'));
  const order = orderTo(['01012345678']);
  const answers = await Promise.all([server.post('/messages', order), server.post('/messages', order)]);
  t.deepEqual(
    answers.map(({ status }) => status),
    [200, 200],
  );
  const [one, two] = answers.map((answer) => detailOf(answer).id);
  t.is(one, two);
  t.is((await server.post('/messages', { ...order, text: '다른 문자' })).status, 409);
});

test.serial('what cannot be sent is refused with everything that is wrong, and leaves nothing', async (t) => {
  const server = await api(await person('company-admin'));
  const order = orderTo(['02-1234-5678', 'abc'], { sender: '0312234567', text: '😀' });
  const answer = await server.post('/messages', order);
  t.is(answer.status, 422);
  t.like(Problem.parse(JSON.parse(answer.text)), { code: 'message/refused' });
  const problems = problemsOf(answer);
  t.true(problems.includes('sender-unknown sender'), problems.join());
  t.true(problems.length > 1, problems.join());
  t.deepEqual(server.texting.started, []);
  t.is((await server.post('/messages', orderTo([]))).status, 400, 'nobody');
});

test.serial('while Temporal is away an order is taken all the same, and waits', async (t) => {
  const server = await api(await person('company-admin'));
  server.texting.serves = false;
  const answer = await server.post('/messages', orderTo(['01012345678']));
  t.is(answer.status, 200, answer.text);
  const { id, state } = detailOf(answer);
  t.is(state, 'starting');
  await db()
    .database.knex('messages')
    .where({ id })
    .update({ touched_at: new Date(Date.now() - 6_000) });
  const due = await db().repositories.messages.due(system, 100);
  t.true(due.some((one) => one.id === id));
});

test.serial('an order of 10,000 is read; every other body stays at 64 KB (S16)', async (t) => {
  const server = await api(await person('company-admin'));
  const numbers = Array.from({ length: 10_000 }, (_, index) => `010${10_000_000 + index}`);
  const answer = await server.post('/messages/preview', orderTo(numbers));
  t.is(answer.status, 200, answer.text.slice(0, 500));
  t.like(JSON.parse(answer.text), { counts: { valid: 10_000 }, channels: { sms: 10_000 } });
  t.true(JSON.parse(answer.text).rows.length <= 200);
  const large = await server.post('/message-templates', { name: 'x'.repeat(70_000) });
  t.is(large.status, 413);
  t.regex(large.text, /64 KB/);
  t.is((await server.post('/messages/preview', { text: 'x'.repeat(9_000_000) })).status, 413);
});

test.serial('a preview counts by what would become of each, and sends nothing', async (t) => {
  const server = await api(await person('company-admin'));
  const numbers = ['01011112222', '010-1111-2222', '02-2123-4567', '12', '01033334444'];
  const { text } = await server.post('/messages/preview', orderTo(numbers));
  const { counts, rows } = JSON.parse(text);
  t.like(counts, { valid: 2, duplicate: 1, notMobile: 1, notANumber: 1 });
  t.deepEqual(
    rows.map(({ exclusion }: { exclusion: string | null }) => exclusion),
    [null, 'duplicate', 'not-mobile', 'not-a-number', null],
  );
  t.deepEqual(server.texting.started, []);
});

test.serial(
  'the sent list is searched by day and by part of a number, in pages (MO-27, MO-28)',
  async (t) => {
    const tenant = newTenantId();
    await db().repositories.tenants.create(system, { id: tenant, name: '회사' });
    await verifiedSender(db(), '0312234567', { tenant });
    const server = await api(await person('company-admin', tenant));
    for (const number of ['01055556666', '01077778888', '01055557777'])
      t.is((await server.post('/messages', orderTo([number]))).status, 200);
    const list = async (query: string): Promise<MessageListView> =>
      MessageListView.parse(JSON.parse((await server.get(`/api/v1/messages?${query}`)).text));
    t.is((await list('')).total.count, 3);
    t.is((await list('number=0105555')).messages.length, 2, 'its beginning');
    t.is((await list('number=7777')).messages.length, 1, 'its end');
    t.is((await list('number=01077778888')).messages.length, 1);
    t.is((await list('number=99999')).messages.length, 0);
    const day = 86_400_000;
    const iso = (ms: number): string => encodeURIComponent(new Date(ms).toISOString());
    t.is((await list(`from=${iso(Date.now() - day)}&to=${iso(Date.now() + day)}`)).messages.length, 3);
    t.is((await list(`from=${iso(Date.now() + day)}`)).messages.length, 0);
    const first = await list('limit=2');
    const second = await list(`limit=2&cursor=${first.next}`);
    t.is(new Set([...first.messages, ...second.messages].map(({ id }) => id)).size, 3);
    t.is(second.next, null);
    for (const query of ['number=010-5555', 'number=12', 'cursor=AAAA', 'other=1'])
      t.is((await server.get(`/api/v1/messages?${query}`)).status, 400, query);
  },
);

test.serial('T14 (MO-30): two clicks on the failed ones send to each of them once', async (t) => {
  const server = await api(await person('company-admin'));
  const numbers = ['01011110001', '01011110002', '01011110003'];
  const { id } = detailOf(await server.post('/messages', orderTo(numbers)));
  await handOver(db(), id, (to) => (to.endsWith('1') ? 'delivered' : 'refused'));
  await db().repositories.messages.finishIfSettled(system, id);
  const before = detailOf(await server.get(`/api/v1/messages/${id}`));
  t.like(before, { state: 'done', round: 1, successRate: 33.3, counts: { delivered: 1, failed: 2 } });
  server.texting.started.length = 0;
  const clicks = await Promise.all(
    [1, 2].map(() => server.post(`/messages/${id}/resend`, { round: before.round })),
  );
  const answers = clicks.map(({ text }) => JSON.parse(text));
  t.deepEqual(answers.map(({ resent }) => resent).toSorted(), [0, 2]);
  t.deepEqual(
    answers.map(({ round }) => round),
    [2, 2],
  );
  const sends = await db().database.knex('message_sends').where({ message: id, round: 2 });
  t.is(sends.length, 2);
  t.is(await handOver(db(), id, () => 'delivered'), 2);
  t.is(await handOver(db(), id, () => 'delivered'), 0);
  t.like(detailOf(await server.get(`/api/v1/messages/${id}`)), { counts: { delivered: 3, failed: 0 } });
  t.true(server.texting.started.length >= 1);
  const recorded = await db().database.knex('audit_log').where({ action: 'message.resend', subject: id });
  t.is(recorded.length, 1, 'who did it is recorded, once');
});

test.serial('a message is called off before its time, and not after', async (t) => {
  const server = await api(await person('company-admin'));
  const dueAt = new Date(Date.now() + 3_600_000).toISOString();
  const { id, state } = detailOf(await server.post('/messages', orderTo(['01012345678'], { dueAt })));
  t.is(state, 'scheduled');
  t.like(detailOf(await server.post(`/messages/${id}/cancel`, {})), {
    state: 'cancelled',
    counts: { cancelled: 1 },
  });
  const sent = detailOf(await server.post('/messages', orderTo(['01012345678'])));
  await handOver(db(), sent.id, () => 'delivered');
  t.is((await server.post(`/messages/${sent.id}/cancel`, {})).status, 409);
});

test.serial('an agent sends from his own number and sees his own messages only (MO-36)', async (t) => {
  const agent = await person('agent');
  const server = await api(agent);
  t.deepEqual(problemsOf(await server.post('/messages', orderTo(['01012345678']))), [
    'sender-missing sender',
  ]);
  await verifiedSender(db(), '01098765432', { user: agent.user });
  const mobile = detailOf(await server.post('/messages', orderTo(['01012345678'])));
  t.is(mobile.sender, '01098765432', 'with none assigned: his verified mobile');
  await verifiedSender(db(), '07098765432', { user: agent.user });
  t.is(detailOf(await server.post('/messages', orderTo(['01012345678']))).sender, '07098765432');
  t.deepEqual(problemsOf(await server.post('/messages', orderTo(['01012345678'], { sender: MAIN }))), [
    'sender-not-own sender',
  ]);
  const admin = await api(await person('company-admin'));
  const others = detailOf(await admin.post('/messages', orderTo(['01012345678'])));
  t.is((await server.get(`/api/v1/messages/${others.id}`)).status, 404);
  t.is((await server.get(`/api/v1/messages/${others.id}/recipients`)).status, 404);
  t.is((await server.post(`/messages/${others.id}/resend`, { round: 1 })).status, 404);
  t.is((await server.post(`/messages/${others.id}/cancel`, {})).status, 404);
  const { messages } = MessageListView.parse(JSON.parse((await server.get('/api/v1/messages')).text));
  t.is(messages.length, 2);
  t.is((await admin.get(`/api/v1/messages/${mobile.id}`)).status, 200);
});

test.serial('a program with the scope sends; its message says so', async (t) => {
  const key: Actor = { kind: 'api-key', key: randomUUID(), tenant: DEMO_TENANT, scopes: ['messages.send'] };
  const server = await api(key);
  t.is(detailOf(await server.post('/messages', orderTo(['01012345678']))).origin, 'api');
  t.is((await server.get('/api/v1/messages')).status, 403);
  const reader = await api({ ...key, scopes: ['messages.read'] });
  t.is((await reader.post('/messages', orderTo(['01012345678']))).status, 403);
});

test.serial('another company sees nothing of it, and sends from none of its numbers', async (t) => {
  const own = await api(await person('company-admin'));
  const { id } = detailOf(await own.post('/messages', orderTo(['01012345678'])));
  const server = await api(await person('company-admin', stranger));
  t.is((await server.get(`/api/v1/messages/${id}`)).status, 404);
  const answer = await server.post('/messages', orderTo(['01012345678'], { sender: MAIN }));
  t.deepEqual(problemsOf(answer), ['sender-unknown sender']);
});
