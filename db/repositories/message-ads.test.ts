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

const numbers = Array.from({ length: 6 }, (_, index) => mobile(index + 1));
const db = useTestDatabase(test, {
  async prepare(repositories) {
    const { tenants, adConsents } = repositories;
    await tenants.ensureDemoTenant(system);
    await verifySender(repositories);
    await adConsents.add(system, DEMO_TENANT, { numbers, night: false, source: 'form' });
  },
});

const EVENING = Date.parse('2026-09-21T21:00:00+09:00');
const MORNING = Date.parse('2026-09-22T08:00:00+09:00');

test.serial('advertising waits for the morning, but for those who agreed to the night', async (t) => {
  const { messageSends } = db().repositories;
  const people = [1, 2, 3].map((n) => sampleRecipient(n, 'sms', { night: n === 2 }));
  const message = await acceptSample(db().repositories, samplePlan(people, { purpose: 'ad' }));
  const at = async (now: number): Promise<[string[], number | null]> => {
    const { texts, nextDueAt } = await messageSends.claim(system, message, { limit: 9, now });
    return [texts.map((text) => text.to), nextDueAt];
  };
  t.deepEqual(await at(EVENING), [[mobile(2)], MORNING]);
  t.deepEqual(await at(MORNING - 1), [[], MORNING]);
  t.like(await messageSends.figures(system, message, EVENING), { waiting: 2, nextDueAt: MORNING });
  t.deepEqual(await at(MORNING), [[mobile(1), mobile(3)], null]);
});

test.serial('information goes at night', async (t) => {
  const message = await acceptSample(db().repositories, samplePlan(1));
  const { texts } = await db().repositories.messageSends.claim(system, message, { limit: 9, now: EVENING });
  t.is(texts.length, 1);
});

test.serial('whoever opted out or took his consent back since then is sent nothing', async (t) => {
  const { messageSends, messages, optOuts, adConsents } = db().repositories;
  const ad = await acceptSample(db().repositories, samplePlan(6, { purpose: 'ad' }));
  const info = await acceptSample(db().repositories, samplePlan(6));
  const optOut = { tenant: DEMO_TENANT, source: 'person', note: null } as const;
  await optOuts.add(system, { ...optOut, digits: mobile(1), scope: 'ad' });
  await optOuts.add(system, { ...optOut, digits: mobile(2), scope: 'all' });
  await adConsents.withdraw(system, DEMO_TENANT, mobile(3));
  const claim = async (message: string): Promise<string[]> =>
    (await messageSends.claim(system, message, { limit: 9, now: NOON })).texts.map((text) => text.to);
  t.deepEqual(await claim(ad), [mobile(4), mobile(5), mobile(6)]);
  t.deepEqual(await claim(info), [mobile(1), mobile(3), mobile(4), mobile(5), mobile(6)]);
  t.like((await messages.detail(system, ad))?.counts, { excluded: 3, pending: 3, total: 6 });
  const left = await messages.recipients(system, ad, { limit: 9, outcome: 'excluded' });
  t.deepEqual(
    left?.recipients.map(({ exclusion }) => exclusion),
    ['opted-out', 'opted-out', 'no-consent'],
  );
});
