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
