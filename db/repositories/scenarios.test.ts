import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { DialDigits, ScenarioHash } from '../../contracts/ids.ts';
import { LIMITS } from '../../contracts/scenario/draft-limits.ts';
import { digits, newTenantId, system } from '../testing/samples.ts';
import { documentOf, draftOf, newHash, personOf, publishedOf } from '../testing/scenario-samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import type { ScenarioRow } from './scenario-row.ts';
import { DEMO_TENANT } from './tenants.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  prepare: async ({ tenants }) => {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
  },
});
const stranger = personOf(other, randomUUID());
const scenarios = () => db().repositories.scenarios;

let lastNumber = 15_700_000;
async function numberOf(row: ScenarioRow, follows = true): Promise<DialDigits> {
  const number = digits(String(++lastNumber));
  const lead = { scenario: row.live?.hash ?? null, follows: follows ? row.id : null };
  const own = { digits: number, tenant: DEMO_TENANT, fallbackPrompt: 'x', enabled: true };
  await db().repositories.numbers.upsert(system, { ...own, ...lead });
  return number;
}
const leadsTo = async (number: DialDigits): Promise<ScenarioHash | null> =>
  (await db().repositories.numbers.all(system)).find((row) => row.digits === number)?.scenario ?? null;

const newScenario = (blocks = 1): Promise<ScenarioRow> =>
  scenarios().create(system, DEMO_TENANT, draftOf(randomUUID(), blocks));

async function publish(row: ScenarioRow, hash = newHash()): Promise<ScenarioRow> {
  const after = await scenarios().publish(system, row.id, publishedOf(row.revision, row.document, hash));
  if (after === undefined) throw new Error('not published');
  return after;
}
const actionsOn = async (id: string): Promise<string[]> =>
  db().database.knex('audit_log').where('subject', id).orderBy('id').pluck('action');

test.serial('a draft comes back as it was written, with its blocks counted', async (t) => {
  const name = randomUUID();
  const document = { ...documentOf(name, 3), subScenarios: { pay: documentOf('pay', 2), odd: 7 } };
  const layout = { 'main/b0': { x: 1.5, y: -2 } };
  const made = await scenarios().create(system, DEMO_TENANT, { name, document, layout });
  t.like(made, { name, revision: 1, changed: true, live: null, numbers: [], blocks: 5, updatedBy: null });
  t.deepEqual(made.document, document);
  t.deepEqual(made.layout, layout);
  t.deepEqual(await scenarios().get(system, made.id), made);
  t.is(await scenarios().get(stranger, made.id), undefined);
  t.false((await scenarios().list(stranger)).some(({ id }) => id === made.id));
});

test.serial('a document may be any JSON, also with characters that Postgres does not take', async (t) => {
  for (const document of [null, 7, 'text', [], { blocks: [] }, { blocks: { a: 1 }, subScenarios: 'x' }]) {
    const made = await scenarios().create(system, DEMO_TENANT, { ...draftOf(randomUUID()), document });
    t.deepEqual(made.document, document);
  }
  const odd = { 'k\0ey': 'a\0b\ud800', literal: '\\u0000' };
  const made = await scenarios().create(system, DEMO_TENANT, { ...draftOf(randomUUID()), document: odd });
  t.deepEqual(made.document, { key: 'ab\ufffd', literal: '\\u0000' });
});

test.serial('of two who saved the same revision the later one gets what the first one made', async (t) => {
  const { id, name } = await newScenario();
  const results = await Promise.all(
    [2, 3].map((blocks) => scenarios().save(system, id, 1, draftOf(name, blocks))),
  );
  const saved = results.filter((result) => result !== undefined && 'saved' in result);
  t.is(saved.length, 1);
  const [winner] = saved;
  const late = results.find((result) => result !== undefined && 'conflict' in result);
  t.like(late, { conflict: { revision: 2, document: winner && 'saved' in winner && winner.saved.document } });
  t.deepEqual(await actionsOn(id), ['scenario.create', 'scenario.change']);
  t.is(await scenarios().save(stranger, id, 2, draftOf(name)), undefined);
});

test.serial('names are unique in a company, and free again after a removal', async (t) => {
  const [first, second] = [await newScenario(), await newScenario()];
  const taken = { code: 'request/conflict', message: /of this name/ };
  await t.throwsAsync(scenarios().create(system, DEMO_TENANT, draftOf(first.name)), taken);
  await t.throwsAsync(scenarios().save(system, second.id, 1, draftOf(first.name)), taken);
  await t.notThrowsAsync(scenarios().create(system, other, draftOf(first.name)));
  const twice = [1, 2].map(() => scenarios().create(system, DEMO_TENANT, draftOf(`${first.name} 2`)));
  t.is((await Promise.allSettled(twice)).filter(({ status }) => status === 'fulfilled').length, 1);
  t.true(await scenarios().remove(system, first.id));
  await t.notThrowsAsync(scenarios().create(system, DEMO_TENANT, draftOf(first.name)));
});

test.serial('a company has a bounded number of scenarios', async (t) => {
  const tenant = newTenantId();
  await db().repositories.tenants.create(system, { id: tenant, name: 'Full' });
  const rows = Array.from({ length: LIMITS.scenariosPerCompany }, (_, at) => ({
    ...{ id: randomUUID(), tenant, name: `s${at}`, document: '{}' },
  }));
  await db().database.knex.batchInsert('scenarios', rows);
  await t.throwsAsync(scenarios().create(system, tenant, draftOf('more')), { message: /at most/ });
});

test.serial('publishing leads the numbers that follow to the new version, and no other', async (t) => {
  const first = await publish(await newScenario());
  const [follower, chosen] = [await numberOf(first), await numberOf(first, false)];
  t.deepEqual((await scenarios().get(system, first.id))?.numbers, [follower, chosen]);
  const saved = await scenarios().save(system, first.id, 1, draftOf(first.name, 2));
  if (saved === undefined || !('saved' in saved)) return t.fail();
  t.true(saved.saved.changed);
  const second = await publish(saved.saved);
  t.like(second, { changed: false, live: { version: 2 } });
  t.is(await leadsTo(follower), second.live?.hash ?? null);
  t.is(await leadsTo(chosen), first.live?.hash ?? null);
  t.deepEqual(await actionsOn(first.id), [
    ...['scenario.create', 'scenario.publish', 'scenario.change', 'scenario.publish'],
  ]);
  const back = await scenarios().rollBack(system, first.id, first.live?.hash ?? newHash());
  t.like(back, { changed: true, live: { version: 1 } });
  t.is(await leadsTo(follower), first.live?.hash ?? null);
});

test.serial('two who publish at once: one is first, and the other is told', async (t) => {
  const row = await newScenario();
  const hash = newHash();
  const both = await Promise.allSettled([publish(row, hash), publish(row, hash)]);
  t.is(both.filter(({ status }) => status === 'fulfilled').length, 1);
  t.like(
    both.find(({ status }) => status === 'rejected'),
    { reason: { code: 'request/conflict' } },
  );
  t.is((await db().repositories.scenarioVersions.ofScenario(system, row.id)).length, 1);
  t.deepEqual(await actionsOn(row.id), ['scenario.create', 'scenario.publish']);
});

test.serial('a draft that somebody saved meanwhile is not published, and nothing is half done', async (t) => {
  const row = await newScenario();
  await scenarios().save(system, row.id, 1, draftOf(row.name, 4));
  await t.throwsAsync(publish(row), { code: 'request/conflict' });
  t.like(await scenarios().get(system, row.id), { live: null });
  t.deepEqual(await db().repositories.scenarioVersions.ofScenario(system, row.id), []);
});

test.serial('only versions of its own are rolled back to', async (t) => {
  const [mine, foreign] = [await publish(await newScenario()), await publish(await newScenario())];
  const hash = foreign.live?.hash ?? newHash();
  await t.throwsAsync(scenarios().rollBack(system, mine.id, hash), { code: 'scenario/not-found' });
  await t.throwsAsync(scenarios().rollBack(system, foreign.id, hash), { code: 'request/conflict' });
  t.is(await scenarios().rollBack(stranger, foreign.id, hash), undefined);
});

test.serial('what numbers lead to is not removed; what was removed still has its versions', async (t) => {
  const { scenarioVersions } = db().repositories;
  const row = await publish(await newScenario());
  const hash = row.live?.hash ?? newHash();
  const number = await numberOf(row);
  await t.throwsAsync(scenarios().remove(system, row.id), { code: 'request/conflict', message: /numbers/ });
  await db().database.knex('numbers').where('digits', number).del();
  t.false(await scenarios().remove(stranger, row.id));
  t.is(await scenarioVersions.live(system, DEMO_TENANT, row.id), hash);
  t.true(await scenarios().remove(system, row.id));
  t.is(await scenarios().get(system, row.id), undefined);
  t.deepEqual(await scenarioVersions.part(system, hash, 'main'), {}, 'a running call goes on');
  t.is(await scenarioVersions.live(system, DEMO_TENANT, row.id), undefined, 'and no other comes over');
});

test.serial('running numbers go on when a scenario changes its name', async (t) => {
  const row = await publish(await newScenario());
  const saved = await scenarios().save(system, row.id, 1, draftOf(`${row.name} 2`));
  if (saved === undefined || !('saved' in saved)) return t.fail();
  t.is((await publish(saved.saved)).live?.version, 2);
  const versions = await db().repositories.scenarioVersions.ofScenario(system, row.id);
  t.deepEqual(
    versions.map(({ version, live }) => [version, live]),
    [
      [2, true],
      [1, false],
    ],
  );
});

test.serial('uses are blocks of drafts and of live versions of other scenarios', async (t) => {
  const target = await publish(await newScenario());
  const goesOver = { type: 'toScenario', scenario: target.id };
  const naming = (blocks: object) => ({ ...draftOf(randomUUID()), document: { blocks } });
  const inDraft = await scenarios().create(system, DEMO_TENANT, {
    ...naming({ go: goesOver, no: { type: 'hangup', note: target.id } }),
  });
  const inLive = await publish(
    await scenarios().create(system, DEMO_TENANT, {
      ...draftOf(randomUUID()),
      document: { subScenarios: { pay: { blocks: { go: goesOver } } } },
    }),
  );
  await scenarios().save(system, inLive.id, 1, draftOf(inLive.name));
  const uses = await scenarios().uses(system, target.id);
  // In the order of their names, which are random here.
  t.deepEqual(
    uses.map(({ id, place }) => `${id} ${place}`).sort(),
    [`${inDraft.id} main/go`, `${inLive.id} pay/go`].sort(),
  );
  t.deepEqual(await scenarios().uses(stranger, target.id), []);
});
