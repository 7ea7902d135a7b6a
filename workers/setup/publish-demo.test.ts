import test from 'ava';
import { ScenarioHash } from '../../contracts/ids.ts';
import { system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { loadNumbers } from '../roles/load-numbers.ts';
import { createScenarioStore } from '../roles/scenario-store.ts';
import { DEMO_NUMBERS, MAIN_LINE } from './demo-numbers.ts';
import { promptsDir } from './prepare-database.ts';
import { publishDemo, publishScenario, readCatalog } from './publish-demo.ts';

const db = useTestDatabase(test);

test.serial(
  'a fresh installation answers its demo numbers, and a second start changes nothing',
  async (t) => {
    const { repositories } = db();
    const catalog = await readCatalog(promptsDir);
    await publishDemo(repositories, DEMO_NUMBERS, catalog);
    const first = await loadNumbers(repositories, system);
    await publishDemo(repositories, DEMO_NUMBERS, catalog);
    t.deepEqual(await loadNumbers(repositories, system), first);
    t.deepEqual(
      [...first.keys()],
      DEMO_NUMBERS.map(({ digits }) => digits),
    );
  },
);

test.serial('what was published is what a call loads', async (t) => {
  const { repositories } = db();
  const store = createScenarioStore(repositories);
  const scenario =
    (await loadNumbers(repositories, system)).get(MAIN_LINE)?.scenario ?? ScenarioHash.parse('');
  const entry = await store.entryPart(scenario);
  t.is((await store.part(scenario, entry ?? ''))?.id, entry);
  t.is((await store.calendar(scenario, 'office'))?.zone, 'Asia/Seoul');
  t.is(await store.calendar(scenario, 'toString'), undefined);
  t.is(await store.part(scenario, 'unheard-of'), undefined);
  t.is(await store.entryPart(ScenarioHash.parse('f'.repeat(64))), undefined);
});

test.serial('a number that is disabled or leads nowhere is not answered', async (t) => {
  const { repositories } = db();
  const [number] = await repositories.numbers.all(system);
  if (number === undefined) return t.fail('no number');
  for (const own of [{ enabled: false }, { enabled: true, scenario: null }]) {
    await repositories.numbers.upsert(system, { ...number, ...own });
    t.false((await loadNumbers(repositories, system)).has(number.digits));
  }
  await repositories.numbers.upsert(system, number);
});

test.serial('the shipped scenarios are there to be edited, and their numbers follow them', async (t) => {
  const { scenarios, numbers } = db().repositories;
  const drafts = new Map((await scenarios.list(system)).map((row) => [row.name, row]));
  for (const { digits, draft } of DEMO_NUMBERS) {
    const row = drafts.get(draft.name);
    t.like(row, { revision: 1, changed: false, updatedBy: null });
    t.true(row?.numbers.includes(digits));
    const number = (await numbers.list(system)).find((one) => one.digits === digits);
    t.is(number?.follows?.id, row?.id);
    t.is(number?.scenario?.hash, row?.live?.hash);
  }
});

test.serial('a newer release brings its version, unless a person has made the scenario his', async (t) => {
  const { scenarios, numbers } = db().repositories;
  const catalog = await readCatalog(promptsDir);
  const longer = Object.fromEntries(
    Object.entries(catalog).map(([path, entry]) => [path, { ...entry, ms: entry.ms + 7 }]),
  );
  const [first, second] = DEMO_NUMBERS;
  if (first === undefined || second === undefined) return t.fail('no demo');
  const of = async (name: string) => (await scenarios.list(system)).find((row) => row.name === name);
  const mine = await of(first.draft.name);
  const whole = await scenarios.get(system, mine?.id ?? '');
  if (mine === undefined || whole === undefined) return t.fail('no scenario');
  await scenarios.save(system, mine.id, 1, { ...whole, document: { ...(whole.document as object), odd: 1 } });
  const before = await of(second.draft.name);
  await publishDemo(db().repositories, DEMO_NUMBERS, longer);
  t.like(await of(first.draft.name), { revision: 2, changed: true, live: mine.live });
  const after = await of(second.draft.name);
  t.is(after?.live?.version, (before?.live?.version ?? 0) + 1);
  const leads = async (digits: string) =>
    (await numbers.list(system)).find((row) => row.digits === digits)?.scenario?.hash;
  t.is(await leads(first.digits), mine.live?.hash);
  t.is(await leads(second.digits), after?.live?.hash);
  await publishDemo(db().repositories, DEMO_NUMBERS, catalog);
});

test.serial('a shipped scenario that somebody removed stays away', async (t) => {
  const { scenarios, numbers } = db().repositories;
  const catalog = await readCatalog(promptsDir);
  const [, demo] = DEMO_NUMBERS;
  const row = (await scenarios.list(system)).find(({ name }) => name === demo?.draft.name);
  if (demo === undefined || row === undefined) return t.fail('no demo');
  const seen = (await numbers.list(system)).find(({ digits }) => digits === demo.digits);
  if (seen === undefined) return t.fail('no number');
  await numbers.change(system, seen.digits, { scenario: null }, seen.updatedAt);
  t.true(await scenarios.remove(system, row.id));
  await publishDemo(db().repositories, DEMO_NUMBERS, catalog);
  t.false((await scenarios.list(system)).some(({ name }) => name === demo.draft.name));
});

test.serial('other prompt lengths are another version', async (t) => {
  const { repositories } = db();
  const catalog = await readCatalog(promptsDir);
  const [demo] = DEMO_NUMBERS;
  if (demo === undefined) return t.fail('no demo');
  const longer = Object.fromEntries(
    Object.entries(catalog).map(([path, entry]) => [path, { ...entry, ms: entry.ms + 1 }]),
  );
  const versions = [catalog, catalog, longer].map((one) => publishScenario(repositories, demo.draft, one));
  const [first, same, other] = await Promise.all(versions);
  t.is(first, same);
  t.not(first, other);
});

test.serial('a scenario with a mistake is not published', async (t) => {
  const [demo] = DEMO_NUMBERS;
  if (demo === undefined) return t.fail('no demo');
  const draft = { ...demo.draft, entry: 'nowhere' };
  const error = await t.throwsAsync(publishScenario(db().repositories, draft, await readCatalog(promptsDir)));
  t.like(error, { code: 'scenario/invalid' });
});
