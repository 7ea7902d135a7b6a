import test from 'ava';
import { SimulationGiven } from '../../contracts/scenario/simulation.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { SHIPPED_SCENARIOS } from '../../ivr-scenarios/catalog/index.ts';
import { promptsDir } from '../setup/prepare-database.ts';
import { readCatalog } from '../setup/publish-demo.ts';
import { createWorkbench, type RunningWorkbench } from './workbench.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });
const company = { actor: system, tenant: DEMO_TENANT };
let bench: RunningWorkbench;
test.before('a bench is there', async () => {
  // The hook that makes the database runs beside this one: the bench asks for it only when it works.
  const catalog = await readCatalog(promptsDir);
  const tables = new Proxy({} as Parameters<typeof createWorkbench>[0], {
    get: (_, name: keyof Parameters<typeof createWorkbench>[0]) => db().repositories[name],
  });
  bench = createWorkbench(tables, catalog);
});
test.after.always(() => bench.close());

const mainLine = SHIPPED_SCENARIOS['main-line'];
const given = (more: object = {}): SimulationGiven =>
  SimulationGiven.parse({ at: '2026-09-22T10:00:00+09:00', ...more });

test('the shipped scenarios are fit to be published, and the same again has the same hash', async (t) => {
  const [first, again] = [
    await bench.publishable(company, mainLine, []),
    await bench.publishable(company, mainLine, []),
  ];
  t.deepEqual(
    first.problems.filter(({ severity }) => severity === 'error'),
    [],
  );
  t.regex(first.version?.hash ?? '', /^[0-9a-f]{64}$/);
  t.is(first.version?.hash, again.version?.hash);
  t.truthy(first.version?.parts['main']);
});

test('a document with an error has no version, and is not run', async (t) => {
  const broken = { ...mainLine, entry: 'nowhere' };
  const { version, problems } = await bench.publishable(company, broken, []);
  t.is(version, null);
  t.true(problems.some(({ code }) => code === 'unknown-target'));
  const call = await bench.simulate(company, broken, given());
  t.deepEqual(call.path, []);
  t.true(call.problems.length > 0);
});

test('documents that are no documents are refused with a problem, and never with a fault', async (t) => {
  let deep: unknown = 'x';
  for (let level = 0; level < 5_000; level += 1) deep = { deep };
  const wide = Object.fromEntries(Array.from({ length: 70_000 }, (_, at) => [`k${at}`, at]));
  const hostile = JSON.parse('{"__proto__":{"a":1}}');
  for (const document of [null, 7, [], 'x', deep, wide, hostile]) {
    const { problems } = await bench.check(company, document, false);
    t.true(problems.some(({ severity }) => severity === 'error'));
    t.is((await bench.publishable(company, document, [])).version, null);
    t.true((await bench.simulate(company, document, given())).problems.length > 0);
  }
  await t.throwsAsync(bench.difference(deep, {}), { code: 'scenario/invalid' });
});

test('a simulated call goes on with each input, and hides what is secret', async (t) => {
  const open = await bench.simulate(company, mainLine, given());
  t.like(open.waiting, { place: 'main/menu', kind: 'keys' });
  const ended = await bench.simulate(company, mainLine, given({ inputs: ['1', 'answers'] }));
  t.deepEqual(ended.outcome, { result: 'success', reason: 'connected' });
  const pin = await bench.simulate(
    company,
    SHIPPED_SCENARIOS['pin-line'],
    given({ inputs: ['8204', '8204'] }),
  );
  t.false(JSON.stringify(pin).includes('8204'));
});

const BYE = { type: 'hangup' };
const LATE = { type: 'hangup', outcome: { result: 'client', reason: 'refused' } };
const line = (blocks: object, more: object = {}) => ({
  ...{ schema: 1, name: 'line', language: 'ko', entry: 'answer', ...more },
  blocks: {
    answer: { type: 'answer', next: { done: 'ask' } },
    ...blocks,
  },
});

test('hours of the company and of the number are asked at the instant of the call', async (t) => {
  const { calendars } = db().repositories;
  const settings = {
    ...{ zone: 'Asia/Seoul', enabled: true, subscribed: false, added: [], removed: [], exceptions: [] },
    weekly: Object.fromEntries(
      ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => [
        day,
        { work: { from: '08:00', to: '08:30' } },
      ]),
    ),
  };
  const owner = { kind: 'company', ref: null } as const;
  const { id } = await calendars.create(system, { tenant: DEMO_TENANT, owner, name: '새벽', settings });
  const asks = (calendar: unknown) =>
    line({
      ask: {
        ...{ type: 'businessHours', calendar },
        next: { open: 'bye', closed: 'late', lunch: 'late', holiday: 'late' },
      },
      bye: BYE,
      late: LATE,
    });
  const reason = async (calendar: unknown, at: string) =>
    (await bench.simulate(company, asks(calendar), given({ at }))).outcome?.reason;
  t.is(await reason({ company: id }, '2026-09-22T08:29:59+09:00'), 'completed');
  t.is(await reason({ company: id }, '2026-09-22T08:30:00+09:00'), 'refused');
  t.is(await reason({ of: 'number' }, '2026-09-22T17:59:59+09:00'), 'completed', 'the fixed hours');
  t.is(await reason({ of: 'number' }, '2026-09-22T18:00:00+09:00'), 'refused');
});

test('a call goes over to what another scenario has published, by way of a third one too', async (t) => {
  const { scenarios } = db().repositories;
  const publish = async (name: string, blocks: object): Promise<string> => {
    const document = line(blocks, { name });
    const { id, revision } = await scenarios.create(system, DEMO_TENANT, { name, document, layout: {} });
    const { version, problems } = await bench.publishable(company, document, []);
    if (version === null) throw new Error(JSON.stringify(problems));
    await scenarios.publish(system, id, { ...version, revision, document, note: '' });
    return id;
  };
  const over = (scenario: string) => ({
    ask: { type: 'toScenario', scenario, next: { missing: 'late' } },
    late: LATE,
  });
  const last = await publish('last', {
    ask: { type: 'hangup', outcome: { result: 'success', reason: 'informed' } },
  });
  const second = await publish('second', over(last));
  const { outcome, problems } = await bench.simulate(company, line(over(second)), given());
  t.deepEqual(outcome, { result: 'success', reason: 'informed' }, JSON.stringify(problems));
});

const POINTS = ['blank', 'main-line', 'clinic', 'delivery', 'reservation', 'survey', 'pin-line'] as const;

test('each starting point can be tried as it is, and lacks nothing but voices and hosts', async (t) => {
  for (const point of POINTS) {
    const document = await bench.startingPoint(point);
    const { problems, exploration } = await bench.check(company, document, true);
    const errors = problems.filter(({ severity }) => severity === 'error');
    t.deepEqual(
      errors.filter(({ code }) => code !== 'missing-prompt' && code !== 'unlisted-host'),
      [],
      point,
    );
    t.truthy(exploration, point);
    t.deepEqual(
      exploration?.blocks.filter(({ reached, why }) => !reached && why !== 'unexplored'),
      [],
      point,
    );
    const { lines, path } = await bench.simulate(company, document, given());
    t.true(path.length > 0, point);
    t.false(JSON.stringify(lines).includes('unvoiced'), point);
  }
});

test('a recorded call is a test that passes, until the scenario goes another way', async (t) => {
  const outcome = { result: 'success', reason: 'connected' } as const;
  const call = {
    ...{ id: 'a', name: 'to a person' },
    given: given({ inputs: ['1', 'answers'] }),
    expect: { outcome },
  };
  const { results, coverage } = await bench.runTests(company, mainLine, [call]);
  t.deepEqual(results, [{ ...{ test: 'a', name: 'to a person', passed: true }, expected: null, got: null }]);
  t.is(coverage['main/menu>1'] ?? coverage['main/menu>agent'], 1, JSON.stringify(coverage));
  const other = { ...call, expect: { outcome: { result: 'client', reason: 'no-input' } as const } };
  const refused = await bench.publishable(company, mainLine, [call, other]);
  t.is(refused.version, null);
  t.like(refused.tests.results[1], { passed: false, expected: 'client/no-input', got: 'success/connected' });
  t.truthy((await bench.publishable(company, mainLine, [call])).version);
  const broken = await bench.runTests(company, { ...mainLine, entry: 'nowhere' }, [call]);
  t.like(broken.results[0], { passed: false, expected: 'success/connected' });
});

test('a difference is told block by block', async (t) => {
  const { end, ...blocks } = mainLine.blocks;
  const { blocks: found } = await bench.difference(mainLine, { ...mainLine, blocks });
  t.like(found[0], { place: 'main/end', kind: 'removed' });
  t.is(found.length, 1);
  t.truthy(end);
});

test('a text that nobody has spoken is tried, and not published', async (t) => {
  const document = line({
    ask: { type: 'play', prompts: [{ text: '아직 녹음하지 않은 안내입니다' }], next: { done: 'bye' } },
    bye: BYE,
  });
  const { lines, outcome } = await bench.simulate(company, document, given());
  t.like(outcome, { result: 'success' });
  t.like(
    lines.find(({ kind }) => kind === 'heard'),
    { text: '아직 녹음하지 않은 안내입니다', prompts: [] },
  );
  const { version, problems } = await bench.publishable(company, document, []);
  t.is(version, null);
  t.true(problems.some(({ code }) => code === 'missing-prompt'));
});
