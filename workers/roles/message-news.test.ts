import test from 'ava';
import { TenantId } from '../../contracts/ids.ts';
import { createMessageNews } from './message-news.ts';

const tenant = TenantId.parse('2b1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d');

function world() {
  const sent: string[] = [];
  const timers: (() => void)[] = [];
  const warnings: unknown[] = [];
  const news = createMessageNews({
    starter: {
      start: async ({ message }) => void sent.push(`start ${message}`),
      news: async (message) => {
        sent.push(`news ${message}`);
        if (message === 'broken') throw new Error('Temporal is away');
      },
    },
    warn: (error) => void warnings.push(error),
    later: (_ms, run) => void timers.push(run),
  });
  const second = (): void => {
    for (const run of timers.splice(0)) run();
  };
  return { sent, warnings, news, second };
}
const changed = (id: string, open = 0) => [{ id, tenant, open }];

test('the first news goes at once, the others of its second together behind it', (t) => {
  const { sent, news, second } = world();
  for (let report = 0; report < 100; report += 1) news.tell(changed('a'));
  t.deepEqual(sent, ['news a']);
  second();
  t.deepEqual(sent, ['news a', 'news a']);
  second();
  second();
  t.deepEqual(sent, ['news a', 'news a'], 'nothing was new any more');
  news.tell(changed('a'));
  t.is(sent.length, 3);
});

test('messages do not wait for each other', (t) => {
  const { sent, news } = world();
  news.tell([...changed('a'), ...changed('b')]);
  t.deepEqual(sent, ['news a', 'news b']);
});

test('a message with something to do is begun anew if need be', (t) => {
  const { sent, news } = world();
  news.tell(changed('a', 1));
  t.deepEqual(sent, ['start a']);
});

test('what is held back goes before the end; a Temporal that is away is told of', async (t) => {
  const { sent, news, warnings } = world();
  news.tell(changed('broken'));
  news.tell(changed('broken'));
  await news.close();
  t.is(sent.length, 2);
  t.is(warnings.length, 2);
});
