import { randomUUID } from 'node:crypto';
import test from 'ava';
import { digits, newTenantId, system } from '../testing/samples.ts';
import { draftOf, newHash, personOf, publishedOf } from '../testing/scenario-samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import type { NumberChange, NumberDetail } from './numbers-list.ts';
import type { ScenarioRow } from './scenario-row.ts';
import { DEMO_TENANT } from './tenants.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  prepare: async ({ tenants, numbers }) => {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
    const own = { tenant: DEMO_TENANT, scenario: null, fallbackPrompt: 'x', enabled: true };
    await numbers.upsert(system, { digits: LINE, ...own });
  },
});
const LINE = digits('15880001');
const admin = personOf(DEMO_TENANT, randomUUID());

async function change(wanted: NumberChange): Promise<NumberDetail> {
  const { numbers } = db().repositories;
  const seen = (await numbers.detail(admin, LINE))?.updatedAt ?? 0;
  await numbers.change(admin, LINE, wanted, seen);
  const after = await numbers.detail(admin, LINE);
  if (after === undefined) throw new Error('no number');
  return after;
}

async function published(tenant = DEMO_TENANT): Promise<ScenarioRow> {
  const { scenarios } = db().repositories;
  const { id, document } = await scenarios.create(system, tenant, draftOf(randomUUID()));
  const row = await scenarios.publish(system, id, publishedOf(1, document));
  if (row === undefined) throw new Error('not published');
  return row;
}

test.serial(
  'a number that follows gets what is live; one whose version is chosen follows nothing',
  async (t) => {
    const { scenarios } = db().repositories;
    const row = await published();
    const { id, name, live } = row;
    t.like(await change({ follows: id }), { follows: { id, name }, scenario: { hash: live?.hash } });
    const second = newHash();
    await scenarios.publish(system, id, publishedOf(1, row.document, second));
    const { numbers } = db().repositories;
    t.like(await numbers.detail(admin, LINE), { follows: { id }, scenario: { hash: second } });
    const chosen = await change({ scenario: live?.hash ?? second });
    t.like(chosen, { follows: null, scenario: { hash: live?.hash } });
    await scenarios.publish(system, id, publishedOf(1, row.document));
    t.like(await numbers.detail(admin, LINE), { scenario: { hash: live?.hash } }, 'it stays');
    t.deepEqual((await scenarios.get(system, id))?.numbers, [LINE], 'it leads to it all the same');
  },
);

test.serial('who ceases to follow keeps the version that he has', async (t) => {
  const row = await published();
  await change({ follows: row.id });
  t.like(await change({ follows: null }), { follows: null, scenario: { hash: row.live?.hash } });
});

test.serial('only a published scenario of its own company is followed', async (t) => {
  const { scenarios } = db().repositories;
  const draft = await scenarios.create(system, DEMO_TENANT, draftOf(randomUUID()));
  await t.throwsAsync(change({ follows: draft.id }), { code: 'request/conflict', message: /publish it/ });
  const foreign = await published(other);
  const gone = await published();
  await scenarios.remove(system, gone.id);
  for (const follows of [foreign.id, gone.id, randomUUID()])
    await t.throwsAsync(change({ follows }), { code: 'scenario/not-found' });
  const { numbers } = db().repositories;
  const seen = (await numbers.detail(system, LINE))?.updatedAt ?? 0;
  await t.throwsAsync(numbers.change(system, LINE, { follows: foreign.id }, seen), {
    code: 'scenario/not-found',
  });
});

test.serial('following and publishing at once never leave a number behind', async (t) => {
  const { scenarios, numbers } = db().repositories;
  const row = await published();
  for (let round = 0; round < 8; round += 1) {
    await change({ follows: null });
    const publishing = scenarios.publish(system, row.id, publishedOf(1, row.document));
    const [after] = await Promise.all([publishing, change({ follows: row.id })]);
    t.is((await numbers.detail(admin, LINE))?.scenario?.hash, after?.live?.hash);
  }
});

test.serial('a number has hours of its own company only, and none if told so', async (t) => {
  const { calendars } = db().repositories;
  const settings = {};
  const owner = { kind: 'company', ref: null } as const;
  const mine = await calendars.create(system, { tenant: DEMO_TENANT, owner, name: 'mine', settings });
  const theirs = await calendars.create(system, { tenant: other, owner, name: 'theirs', settings });
  const since = (await change({ follows: null })).since;
  const after = await change({ calendar: mine.id });
  t.like(after, { calendar: { id: mine.id, name: 'mine' }, since });
  await t.throwsAsync(change({ calendar: theirs.id }), { code: 'request/not-found' });
  t.like(await change({ calendar: null }), { calendar: null });
});
