import { randomUUID } from 'node:crypto';
import test from 'ava';
import { MessageDetailView } from '../../contracts/api/messages.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { ThreadDetailView, ThreadListView } from '../../contracts/api/threads.ts';
import { system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { type Asked, askedBy } from '../testing/asked-by.ts';
import { verifiedSender } from '../testing/test-texting.ts';

const db = useTestDatabase(test, {
  prepare: async (repositories) => {
    await repositories.tenants.ensureDemoTenant(system);
    await verifiedSender({ repositories }, '0223456789');
  },
});
const opened: Asked[] = [];
test.after.always(async () => void (await Promise.all(opened.map(({ server }) => server.api.close()))));
async function as(role: Role): Promise<Asked> {
  const asked = await askedBy(db(), role);
  opened.push(asked);
  return asked;
}
const comesIn = (to: string, from: string, text: string): Promise<unknown> =>
  db().repositories.inboundTexts.record(system, 'outbox', [
    { providerId: randomUUID(), to, from, subject: null, text, at: Date.now() },
  ]);
const threadsOf = async ({ send }: Asked): Promise<ThreadListView['threads']> =>
  ThreadListView.parse((await send('GET', '/threads')).json).threads;
const detailOf = async ({ send }: Asked, id: string): Promise<ThreadDetailView> =>
  ThreadDetailView.parse((await send('GET', `/threads/${id}`)).json);

test.serial(
  'a text that came in is a conversation; shown, it is read; the answer stands in it (MO-11)',
  async (t) => {
    const admin = await as('company-admin');
    await comesIn('0223456789', '01011112222', '몇 시인가요?');
    const [thread] = await threadsOf(admin);
    t.like(thread, { ours: '0223456789', other: '010****2222', unread: 1, lastDirection: 'in' });
    const id = thread?.id ?? '';
    t.like(await detailOf(admin, id), { unread: 0, entries: [{ text: '몇 시인가요?', state: null }] });
    t.is((await threadsOf(admin))[0]?.unread, 0);
    const reply = { key: randomUUID(), text: '{{세}} 시입니다 {' };
    const answers = await Promise.all([1, 2].map(() => admin.send('POST', `/threads/${id}/reply`, reply)));
    t.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
      answers[0]?.text,
    );
    const [one, two] = answers.map(({ json }) => MessageDetailView.parse(json).id);
    t.is(one, two, 'a double click is one text');
    const { entries } = await detailOf(admin, id);
    t.deepEqual(
      entries.map(({ direction, text }) => [direction, text]),
      [
        ['in', '몇 시인가요?'],
        ['out', '{{세}} 시입니다 {'],
      ],
      'a person’s words are no template',
    );
    t.is(admin.texting.started.at(-1)?.message, one);
  },
);

test.serial('an agent has the conversations of his own number', async (t) => {
  const agent = await as('agent');
  await verifiedSender(db(), '07022223333', { user: agent.actor.user });
  await comesIn('07022223333', '01033334444', '안녕하세요');
  const threads = await threadsOf(agent);
  t.deepEqual(
    threads.map(({ ours }) => ours),
    ['07022223333'],
  );
  const reply = { key: randomUUID(), text: '네' };
  t.is((await agent.send('POST', `/threads/${threads[0]?.id}/reply`, reply)).status, 200);
  const others = (await threadsOf(await as('company-admin'))).find(({ ours }) => ours === '0223456789');
  t.is((await agent.send('GET', `/threads/${others?.id}`)).status, 404);
  t.is((await agent.send('POST', `/threads/${others?.id}/reply`, reply)).status, 404);
});
