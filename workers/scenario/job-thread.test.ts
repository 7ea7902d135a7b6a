import test from 'ava';
import type { JobCompany } from './job.ts';
import { createJobThread, type JobThread } from './job-thread.ts';

const file = new URL('./testing/odd-thread.ts', import.meta.url);
const company: JobCompany = {
  prompts: {},
  surroundings: {},
  hours: { settings: {}, ofNumbers: {}, declared: [] },
  linked: {},
};

/** Time passes when the test says so. */
function handTimer() {
  const due: (() => void)[] = [];
  return {
    due,
    after(_ms: number, act: () => void) {
      due.push(act);
      return { cancel: () => void due.splice(due.indexOf(act), 1) };
    },
  };
}
const check = (thread: JobThread, document: unknown): Promise<unknown> =>
  thread.run('check', { document, explore: false, company }, 1_000);

test('a job that never ends is ended with its thread, and the next one gets a new thread', async (t) => {
  const timer = handTimer();
  const thread = createJobThread(file, undefined, timer);
  const endless = check(thread, 'endless');
  const waiting = check(thread, 'next');
  t.is(thread.load, 2);
  // The first job has begun when its limit runs.
  while (timer.due.length === 0) await new Promise(setImmediate);
  timer.due[0]?.();
  await t.throwsAsync(endless, { code: 'scenario/runaway', message: /longer than 1 s/ });
  t.like(await waiting, { document: 'next' });
  t.is(thread.load, 0);
  await thread.close();
});

test('a job that takes all memory, ends its thread or nests too deeply is refused', async (t) => {
  const thread = createJobThread(file, undefined, handTimer());
  for (const document of ['greedy', 'gone', 'deep']) {
    await t.throwsAsync(check(thread, document), { code: 'scenario/runaway' }, document);
    t.like(await check(thread, 'after'), { document: 'after' });
  }
  await thread.close();
});

test('what cannot be copied to the thread fails alone', async (t) => {
  const thread = createJobThread(file, undefined, handTimer());
  await t.throwsAsync(check(thread, () => undefined));
  t.like(await check(thread, 'after'), { document: 'after' });
  await thread.close();
});
