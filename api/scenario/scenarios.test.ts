import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import {
  PublishView,
  ScenarioConflict,
  ScenarioSummaryList,
  ScenarioView,
  TrialView,
  VersionListView,
} from '../../contracts/api/scenarios.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { newTenantId, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { createFakeWorkbench } from '../testing/fake-workbench.ts';
import { type Answer, startTestApi } from '../testing/test-api.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  prepare: async ({ tenants }) => {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
  },
});
const as = (role: Role, tenant = DEMO_TENANT): Actor => ({
  ...{ kind: 'user', user: '00000000-0000-4000-8000-0000000000aa', tenant, role },
});

/** The api as one actor sees it, with a bench of the test's own. */
async function scene(actor: Actor = system) {
  const workbench = createFakeWorkbench();
  const server = await startTestApi(db(), { workbench, identify: async () => ({ actor }) });
  const send = (method: string, path: string, body?: unknown, headers = {}): Promise<Answer> =>
    server.send(method, `/api/v1/scenarios${path}`, body === undefined ? '' : JSON.stringify(body), {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    });
  const create = async (from: object = { startingPoint: 'blank' }): Promise<ScenarioView> => {
    const answer = await send('POST', '', { name: randomUUID(), from });
    return ScenarioView.parse(JSON.parse(answer.text));
  };
  return { workbench, send, create, close: () => server.api.close() };
}
const codeOf = ({ text }: Answer): string => JSON.parse(text).code;

test.serial(
  'a scenario begins with a starting point, as a copy, or with a document, under its own name',
  async (t) => {
    const { send, create, close } = await scene();
    const made = await create({ startingPoint: 'survey' });
    t.deepEqual(made.document, { schema: 1, name: made.name, blocks: {} });
    const copy = await create({ scenario: made.id });
    t.deepEqual(copy.document, { schema: 1, name: copy.name, blocks: {} });
    const imported = await create({ document: { name: 'another', odd: [1] } });
    t.deepEqual(imported.document, { name: imported.name, odd: [1] });
    const { scenarios } = ScenarioSummaryList.parse(JSON.parse((await send('GET', '')).text));
    t.true(scenarios.length >= 3);
    await close();
  },
);

test.serial('what is no document, too deep or too large is not kept', async (t) => {
  const { send, create, close } = await scene();
  let deep: unknown = 1;
  for (let level = 0; level < 20; level += 1) deep = [deep];
  const { id } = await create();
  const wide = { list: Array.from({ length: 61_000 }, () => 1) };
  for (const document of [7, 'x', null, [], { deep }, wide]) {
    const made = await send('POST', '', { name: randomUUID(), from: { document } });
    t.is(made.status, 422, JSON.stringify(document).slice(0, 40));
    const saved = await send('PUT', `/${id}`, { name: 'x', document, layout: {} }, { 'If-Match': '"1"' });
    t.is(saved.status, 422);
  }
  const long = await send('POST', '', { name: 'x', from: { document: { text: 'x'.repeat(1_300_000) } } });
  t.is(long.status, 413);
  await close();
});

test.serial('texts and places that no database keeps are refused, and so is what has no bound', async (t) => {
  const { send, create, close } = await scene();
  const { id, name } = await create();
  const save = async (document: unknown, layout: unknown): Promise<number> =>
    (await send('PUT', `/${id}`, { name, document, layout }, { 'If-Match': '"1"' })).status;
  for (const text of ['\u0000', '\ud800', 'a\udc00b'])
    for (const document of [{ text }, { [text]: 1 }])
      t.is(await save(document, {}), 422, JSON.stringify(text));
  const place = { x: 0, y: 0 };
  const many = Object.fromEntries(Array.from({ length: 601 }, (_, at) => [`main/b${at}`, place]));
  const layouts = [{ '\u0000': place }, { a: { x: 1e9, y: 0 } }, { a: { ...place, z: 1 } }, many, [], null];
  for (const layout of [...layouts, { ['x'.repeat(91)]: place }, { a: { x: null, y: 0 } }])
    t.is(await save({}, layout), 400, JSON.stringify(layout).slice(0, 40));
  t.is(await save({}, { 'main/first-block_2': place }), 200);

  const given = { at: '2026-09-22T10:00:00+09:00' };
  const expect = { outcome: { result: 'success', reason: 'completed' } };
  const test = (more: object): Promise<Answer> =>
    send('POST', `/${id}/tests`, { name: 'a test', given, expect, ...more });
  const hostile = [
    { name: 'a\u0007' },
    { given: { ...given, inputs: Array.from({ length: 201 }, () => '1') } },
    { given: { ...given, inputs: ['1\u0000'] } },
    { given: { ...given, http: [{ values: { note: '\u001b[2J' } }] } },
    { given: { ...given, http: [{ values: { 'no\u0000name': 1 } }] } },
    { expect: { ...expect, prompts: ['\u0000'] } },
    { expect: { ...expect, prompts: Array.from({ length: 301 }, () => 'a') } },
    { expect: { ...expect, path: ['x'.repeat(141)] } },
  ];
  for (const one of hostile) t.is((await test(one)).status, 400, JSON.stringify(one).slice(0, 60));
  const long = await test({
    expect: { ...expect, prompts: Array.from({ length: 300 }, () => 'x'.repeat(2_000)) },
  });
  t.is(long.status, 413);
  t.is((await test({ expect: { ...expect, prompts: ['두 줄\n말'] } })).status, 200);
  await close();
});

test.serial('a save says which revision it saw; the later of two gets what the first one made', async (t) => {
  const { send, create, close } = await scene();
  const { id, name } = await create();
  const save = (document: object, tag?: string): Promise<Answer> =>
    send('PUT', `/${id}`, { name, document, layout: {} }, tag === undefined ? {} : { 'If-Match': tag });
  t.is((await send('GET', `/${id}`)).headers['etag'], '"1"');
  for (const tag of [undefined, '*', '1', 'W/"1"', '"0"', '"one"']) {
    const answer = await save({ a: 1 }, tag);
    t.is(answer.status, 400, tag);
    t.regex(answer.text, /If-Match/);
  }
  const first = await save({ a: 1 }, '"1"');
  t.is(first.status, 200);
  t.is(first.headers['etag'], '"2"');
  const late = await save({ a: 2 }, '"1"');
  t.is(late.status, 409);
  t.is(late.headers['etag'], '"2"');
  const { current, difference } = ScenarioConflict.parse(JSON.parse(late.text));
  t.deepEqual(current.document, { a: 1, name });
  t.deepEqual(difference.document[0], {
    ...{ field: 'document', before: JSON.stringify(current.document) },
    after: JSON.stringify({ a: 2, name }),
  });
  await close();
});

test.serial('publishing tells why it cannot, and changes nothing then', async (t) => {
  const { send, create, workbench, close } = await scene();
  const { id } = await create();
  const publish = async (revision = 1): Promise<Answer> => send('POST', `/${id}/publish`, { revision });
  workbench.problems = [{ code: 'no-way-out', block: 'main/a', message: 'm', severity: 'error' }];
  const refused = PublishView.parse(JSON.parse((await publish()).text));
  t.is(refused.published, null);
  t.like(refused.problems[0], { code: 'no-way-out' });
  workbench.problems = [];
  const failed = { test: id, name: 'n', passed: false, expected: 'a', got: 'b' };
  workbench.tests = { results: [failed], coverage: {} };
  t.is(PublishView.parse(JSON.parse((await publish()).text)).published, null);
  t.deepEqual(JSON.parse((await send('GET', `/${id}/versions`)).text), { versions: [] });
  workbench.tests = { results: [], coverage: {} };
  t.is((await publish(2)).status, 409);
  t.like(PublishView.parse(JSON.parse((await publish()).text)).published, { version: 1 });
  await close();
});

test.serial('older versions are looked at, compared, and made live again', async (t) => {
  const { send, create, close } = await scene();
  const { id, name } = await create();
  await send('POST', `/${id}/publish`, { revision: 1, note: 'first' });
  await send('PUT', `/${id}`, { name, document: { a: 2 }, layout: {} }, { 'If-Match': '"1"' });
  await send('POST', `/${id}/publish`, { revision: 2 });
  const list = async () =>
    VersionListView.parse(JSON.parse((await send('GET', `/${id}/versions`)).text)).versions;
  const [newer, older] = await list();
  t.like(newer, { version: 2, live: true, note: '' });
  t.like(older, { version: 1, live: false, note: 'first' });
  const hash = older?.hash ?? '';
  t.deepEqual(JSON.parse((await send('GET', `/${id}/versions/${hash}`)).text).document, {
    ...{ schema: 1, name, blocks: {} },
  });
  const difference = await send('GET', `/${id}/difference?from=${hash}&to=draft`);
  t.is(JSON.parse(difference.text).document[0].after, JSON.stringify({ a: 2, name }));
  t.is((await send('POST', `/${id}/roll-back`, { hash })).status, 200);
  t.like((await list())[1], { version: 1, live: true });
  t.is((await send('POST', `/${id}/roll-back`, { hash })).status, 409);
  const unknown = await send('GET', `/${id}/versions/${'0'.repeat(64)}`);
  t.is(codeOf(unknown), 'scenario/not-found');
  await close();
});

test.serial('a document is worked on for the company of its scenario, else of who asks', async (t) => {
  const platform = await scene(as('platform-admin', other));
  const demo = await scene();
  const { id } = await demo.create();
  await platform.send('POST', '/check', { document: {} });
  await platform.send('POST', '/check', { document: {}, scenario: id });
  const given = { at: '2026-09-22T10:00:00+09:00' };
  await platform.send('POST', '/simulate', { document: {}, scenario: id, given });
  platform.workbench.problems = [{ code: 'no-way-out', block: null, message: 'm', severity: 'error' }];
  t.is((await platform.send('POST', `/${id}/publish`, { revision: 1 })).status, 200);
  t.deepEqual(platform.workbench.met, [other, DEMO_TENANT, DEMO_TENANT, DEMO_TENANT]);
  const stranger = await scene(as('company-admin', other));
  t.is((await stranger.send('POST', '/check', { document: {}, scenario: id })).status, 404);
  t.deepEqual(stranger.workbench.met, []);
  await stranger.close();
  await platform.close();
  await demo.close();
});

test.serial('who may only read neither saves nor publishes; figures have a period', async (t) => {
  const demo = await scene();
  const { id } = await demo.create();
  const reader = await scene(as('supervisor'));
  t.is((await reader.send('GET', `/${id}`)).status, 200);
  t.is((await reader.send('DELETE', `/${id}`)).status, 403);
  t.is((await reader.send('POST', `/${id}/publish`, { revision: 1 })).status, 403);
  t.is((await reader.send('POST', '/check', { document: {} })).status, 200);
  const figures = (from: string, to: string): Promise<Answer> =>
    reader.send('GET', `/${id}/figures?from=${from}&to=${to}`);
  t.is((await figures('2026-09-01T00:00:00Z', '2026-09-08T00:00:00Z')).status, 200);
  t.is((await figures('2026-09-08T00:00:00Z', '2026-09-01T00:00:00Z')).status, 400);
  t.is((await figures('2026-01-01T00:00:00Z', '2026-09-01T00:00:00Z')).status, 400);
  await reader.close();
  await demo.close();
});

test.serial('without a bench, drafts can still be read and deleted', async (t) => {
  const demo = await scene();
  const { id } = await demo.create();
  await demo.close();
  const bare = await startTestApi(db());
  t.is((await bare.get(`/api/v1/scenarios/${id}`)).status, 200);
  const headers = { 'Content-Type': 'application/json' };
  t.is((await bare.send('POST', '/api/v1/scenarios/check', '{"document":{}}', headers)).status, 500);
  t.is((await bare.send('DELETE', `/api/v1/scenarios/${id}`, '')).status, 204);
  await bare.api.close();
});

test.serial('a draft on trial gets an internal number; one with errors changes nothing', async (t) => {
  const { workbench, send, create, close } = await scene();
  const { id, ...made } = await create();
  const document = { schema: 1, name: 'an older name', blocks: {}, odd: 1 };
  const fit = TrialView.parse(JSON.parse((await send('POST', `/${id}/trial`, { document })).text));
  t.regex(fit.number ?? '', /^99[0-9]{6}$/);
  t.not(fit.until, null);
  const [kept] = await db().database.knex('trials').where({ scenario: id }).select('document');
  t.deepEqual(kept.document, { ...document, name: made.name });
  workbench.problems = [{ code: 'prompt-missing', block: null, message: 'no voice', severity: 'error' }];
  const refused = TrialView.parse(JSON.parse((await send('POST', `/${id}/trial`, { document })).text));
  t.deepEqual(refused, { number: null, until: null, problems: workbench.problems });
  t.is((await db().database.knex('trials').where({ scenario: id })).length, 1);
  const after = ScenarioView.parse(JSON.parse((await send('GET', `/${id}`)).text));
  t.deepEqual(after, { id, ...made });
  t.is((await send('POST', `/${id}/trial`, { document: 7 })).status, 422);
  t.is((await send('POST', `/${randomUUID()}/trial`, { document })).status, 404);
  await close();
});

test.serial('who only watches, or is of another company, tries nothing', async (t) => {
  const { create, close } = await scene();
  const { id } = await create();
  for (const actor of [as('supervisor'), as('company-admin', other)]) {
    const strange = await scene(actor);
    const answer = await strange.send('POST', `/${id}/trial`, { document: { blocks: {} } });
    t.true([403, 404].includes(answer.status), answer.text);
    await strange.close();
  }
  await close();
});
