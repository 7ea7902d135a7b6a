import { setTimeout as pause } from 'node:timers/promises';
import test from 'ava';
import type { MessageDetailView, ResendAnswer } from '../../contracts/api/messages.ts';
import { createAskApi } from '../support/ask-api.ts';
import { useTestEngine } from '../support/engine.ts';
import { startMessageProvider } from '../support/message-provider.ts';
import { type FaultPlan, noFaults, seededFaults } from '../support/message-provider-faults.ts';
import { checkLedger, fateByDigit, letSend, order, over, patient, people } from '../support/message-run.ts';
import { createSeeded, isLongRun, seedsOfRun } from '../support/seeded.ts';
import { until } from '../support/until.ts';

const SECRET = 'a secret of the local provider, 32+';
const REPORT_SECRET = 'path-secret-of-reports-0123456789';
/** 300 people, 10,000 in the long run; the first message has half of them. */
const PEOPLE = isLongRun() ? 10_000 : 300;
const MESSAGES = 6;
const KILLS = isLongRun() ? 6 : 2;

const provider = await startMessageProvider({ secret: SECRET, fate: fateByDigit });
const engine = useTestEngine(test, {
  roleEnv: {
    MESSAGE_PROVIDER: 'webhook',
    MESSAGE_WEBHOOK_URL: provider.url,
    MESSAGE_WEBHOOK_SECRET: SECRET,
    MESSAGE_REPORT_SECRET: REPORT_SECRET,
    // Its client would ask each minute; a report that was lost is to be found sooner here.
    MESSAGE_POLL_MS: '3000',
  },
});
const ask = createAskApi(engine);
let template = '';
let lastNumber = 10_000_000;
/** Numbers that nobody else of this file has, the first one ending in 0. */
const newPeople = (count: number): ReturnType<typeof people> => {
  const from = lastNumber;
  lastNumber += Math.ceil(count / 10) * 10;
  return people(count, from);
};

test.beforeEach('the company may send', async () => {
  if (template !== '') return;
  template = await letSend(engine());
  provider.setReportTo(`http://127.0.0.1:${engine().port}/hooks/messages/webhook/${REPORT_SECRET}`);
});
test.after.always('the provider is gone', () => provider.stop());

for (const seed of seedsOfRun(isLongRun() ? 2 : 1)) {
  test.serial(
    `${PEOPLE} people, killed workers, lost replies, doubled and reordered reports: nobody twice (seed ${seed})`,
    async (t) => {
      t.timeout(isLongRun() ? 1_800_000 : 300_000);
      const seeded = createSeeded(seed);
      provider.setFaults(seededFaults(seed));
      const met = provider.met.length;
      const half = PEOPLE / 2;
      const sizes = [half, ...Array.from({ length: MESSAGES - 1 }, () => half / (MESSAGES - 1))];
      const killing = killNowAndThen(seeded);
      const ids = await Promise.all(
        sizes.map(async (size, index) => {
          await pause(seeded.between(0, 1_500));
          // Every other one by Kakao: half of them fall back to SMS.
          const alimtalk = index % 2 === 1 ? { template, channel: 'alimtalk' as const } : {};
          return order(ask, { recipients: newPeople(size), ...alimtalk });
        }),
      );
      const lost = await killing;
      for (const id of ids) t.is((await over(engine(), ask, id, 1_500_000)).counts.pending, 0);
      await checkLedger(t, engine(), provider);
      t.log(
        `${lost} texts were being handed over at a kill; hand-overs met ${provider.met.slice(met).join(' ')}; ${provider.lookups()} look-ups`,
      );
    },
  );
}

/** Each time while a hand-over is under way or has just been: what it accepted is in nobody's memory then. */
async function killNowAndThen(seeded: ReturnType<typeof createSeeded>): Promise<number> {
  let lost = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = provider.met.length;
    await until(() => provider.met.length > before, 'a hand-over comes in');
    await pause(seeded.between(0, 400));
    await engine().kill(
      kill === 0 ? 'flow-worker' : seeded.pick(['flow-worker', 'flow-worker', 'api'] as const),
    );
    const { knex } = engine().database.database;
    const dead = await knex('message_sends')
      .where({ state: 'submitting', reason: null })
      .count({ n: '*' })
      .first();
    lost += Number(dead?.['n']);
  }
  return lost;
}

const onlyReports = (fault: 'none' | 'doubled' | 'reordered'): FaultPlan => ({
  ...noFaults,
  report: () => ({ fault, afterMs: 100 }),
});
/** What each person of a message got, by channel. */
const gotBy = (digits: readonly { number: string }[]): Record<string, string[]> =>
  Object.fromEntries(
    digits.map(({ number }) => [
      number.slice(-1),
      provider
        .texts()
        .filter(({ to }) => to === number)
        .map(({ channel }) => channel),
    ]),
  );

for (const fault of ['none', 'doubled', 'reordered'] as const) {
  test.serial(
    `T20: a failed Alimtalk becomes exactly one SMS, a delivered one none (reports ${fault})`,
    async (t) => {
      t.timeout(120_000);
      provider.setFaults(onlyReports(fault));
      const recipients = newPeople(10);
      const id = await order(ask, { recipients, template, channel: 'alimtalk' });
      const { counts } = await over(engine(), ask, id);
      t.like(counts, { delivered: 9, failed: 1, pending: 0 });
      for (const [digit, channels] of Object.entries(gotBy(recipients)))
        t.deepEqual(channels, Number(digit) < 5 ? ['alimtalk'] : ['alimtalk', 'sms'], `ends in ${digit}`);
      await checkLedger(t, engine(), provider);
    },
  );
}

test.serial('T20: without a fall-back nobody gets an SMS', async (t) => {
  t.timeout(120_000);
  provider.setFaults(noFaults);
  const recipients = newPeople(10);
  await over(engine(), ask, await order(ask, { recipients, template, channel: 'alimtalk', fallback: false }));
  t.deepEqual(new Set(Object.values(gotBy(recipients)).flat()), new Set(['alimtalk']));
});

test.serial(
  'T14: the failed ones are sent again once, however often and at once it is clicked',
  async (t) => {
    t.timeout(120_000);
    provider.setFaults(noFaults);
    const recipients = newPeople(20);
    const id = await order(ask, { recipients });
    t.like((await over(engine(), ask, id)).counts, { delivered: 18, failed: 2 });
    const clicks = await Promise.all(
      [1, 2, 3].map(() => ask<ResendAnswer>('POST', `/messages/${id}/resend`, { round: 1 })),
    );
    t.deepEqual(clicks.map(({ resent }) => resent).sort(), [0, 0, 2]);
    t.deepEqual(new Set(clicks.map(({ round }) => round)), new Set([2]));
    await until(
      async () => provider.texts().filter(({ to }) => isOf(recipients, to)).length === 22,
      'sent again',
    );
    t.is((await over(engine(), ask, id)).round, 2);
    await pause(500);
    const got = provider.texts().filter(({ to }) => isOf(recipients, to));
    t.is(got.filter(({ to }) => to.endsWith('9')).length, 4, 'each of the two failed ones twice');
    t.is(got.length, 22);
  },
);

const isOf = (recipients: readonly { number: string }[], to: string): boolean =>
  recipients.some(({ number }) => number === to);

test.serial('the same key is the same message', async (t) => {
  provider.setFaults(noFaults);
  const wanted = { key: 'the-same-key-0001', recipients: newPeople(3) };
  const ids = await Promise.all([1, 2, 3].map(() => order(ask, wanted)));
  t.is(new Set(ids).size, 1);
  await over(engine(), ask, ids[0] ?? '');
  t.is(provider.texts().filter(({ to }) => isOf(wanted.recipients, to)).length, 3);
});

test.serial('a message of later goes at its time; one that was called off before does not', async (t) => {
  t.timeout(120_000);
  provider.setFaults(noFaults);
  const dueAt = Date.now() + 6_000;
  const [kept, off] = [newPeople(2), newPeople(2)];
  const scheduled = { dueAt: new Date(dueAt).toISOString() };
  const ids = await Promise.all([kept, off].map((recipients) => order(ask, { recipients, ...scheduled })));
  const [first = '', second = ''] = ids;
  t.is((await ask<MessageDetailView>('GET', `/messages/${first}`)).state, 'scheduled');
  await patient(ask)('POST', `/messages/${second}/cancel`);
  t.is((await over(engine(), ask, first)).counts.delivered, 2);
  t.true(Date.now() >= dueAt);
  t.like(await over(engine(), ask, second), { state: 'cancelled' });
  t.deepEqual(sentTo(off), 0);
  t.is(sentTo(kept), 2);
});

const sentTo = (recipients: readonly { number: string }[]): number =>
  provider.texts().filter(({ to }) => isOf(recipients, to)).length;
