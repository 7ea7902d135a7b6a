import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { TestCallView, TrunkListView, TrunkView } from '../../contracts/api/trunks.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { TrunkTestInput } from '../../contracts/trunk/test-call.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { digits, newTenantId, nodeA, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { NO_SETTINGS } from '../system/settings-parts.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';
import type { TestCallPort } from './test-call-port.ts';

const other = newTenantId();
const OWN = digits('07000000001');
const as = (role: Role, tenant = DEMO_TENANT): Actor => ({ kind: 'user', user: randomUUID(), tenant, role });

const db = useTestDatabase(test, {
  prepare: async ({ tenants, numbers, trunks }) => {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
    const number = { digits: OWN, scenario: null, fallbackPrompt: 'ko/a.wav', enabled: true };
    await numbers.upsert(system, { ...number, tenant: DEMO_TENANT });
    await trunks.seed(system, ['trunk']);
  },
});

type Started = TestApi & { placed: TrunkTestInput[] };

async function api(actor: Actor, own: Partial<TestCallPort> = {}): Promise<Started> {
  const placed: TrunkTestInput[] = [];
  const testCalls: TestCallPort = {
    mayDial: (to) => to.startsWith('02'),
    nodes: [nodeA],
    start: async (input) => void placed.push(input),
    ...own,
  };
  const settings = { ...NO_SETTINGS, testCalls };
  return { ...(await startTestApi(db(), { identify: async () => ({ actor }), settings })), placed };
}

const json = { 'Content-Type': 'application/json' };
const post = (server: TestApi, to: string, trunk = 'trunk') =>
  server.send('POST', `/api/v1/trunks/${trunk}/test-call`, JSON.stringify({ to }), json);
const patch = (server: TestApi, body: object) =>
  server.send('PATCH', '/api/v1/trunks/trunk', JSON.stringify(body), json);
const trunkOf = async (server: TestApi): Promise<TrunkView | undefined> =>
  TrunkListView.parse(JSON.parse((await server.get('/api/v1/trunks')).text)).trunks[0];

async function told(state: 'up' | 'down' | 'missing' | 'unknown', registration: string | null, node = nodeA) {
  const counters = { callsIn: 1, callsOut: 2, failedIn: 3, failedOut: 4, pingMs: null, upSince: null };
  await db().repositories.trunkStatus.report(system, [
    { node, trunk: 'trunk', state, registration, ...counters },
  ]);
}

test.serial('a trunk says what it is, and what to do about it', async (t) => {
  const server = await api(as('operator'));
  t.like(await trunkOf(server), { state: 'unknown', advice: { code: 'trunk/unknown' }, nodes: [] });
  for (const [state, registration, code] of [
    ['up', 'REGED', undefined],
    ['down', 'FAIL_WAIT', 'trunk/not-registered'],
    ['down', 'NOREG', 'trunk/no-answer'],
    ['missing', null, 'trunk/missing'],
    ['unknown', null, 'trunk/unknown'],
  ] as const) {
    await told(state, registration);
    const trunk = await trunkOf(server);
    t.like(trunk, { state, calls: 0, nodes: [{ node: 'a', state, registration, callsOut: 2 }] });
    t.is(trunk?.advice?.code, code);
  }
  await told('up', 'REGED');
  await db()
    .database.knex('trunk_status')
    .update({ reported_at: new Date(Date.now() - 60_000) });
  t.like(await trunkOf(server), { state: 'unknown', advice: { code: 'trunk/stale' } });
  await told('up', 'NOREG');
  await server.api.close();
});

test.serial('only the platform changes caps, and only as it saw them', async (t) => {
  const admin = await api(as('company-admin'));
  const { updatedAt } = (await trunkOf(admin)) ?? { updatedAt: '' };
  t.is((await patch(admin, { updatedAt, maxCalls: 3 })).status, 403);
  await admin.api.close();
  const platform = await api(as('platform-admin'));
  const answer = await patch(platform, {
    updatedAt,
    maxCalls: 3,
    callerNumbers: ['070-0000-0001'],
    enabled: false,
  });
  t.is(answer.status, 200, answer.text);
  const changed = TrunkView.parse(JSON.parse(answer.text));
  t.like(changed, { maxCalls: 3, callerNumbers: [OWN], advice: { code: 'trunk/disabled' } });
  t.is((await patch(platform, { updatedAt, maxCalls: 4 })).status, 409);
  for (const body of [{ maxCalls: -1 }, { callsPerSecond: 1.5 }, { callerNumbers: ['a'] }, {}])
    t.is(
      (await patch(platform, { updatedAt: changed.updatedAt, ...body })).status,
      400,
      JSON.stringify(body),
    );
  await patch(platform, { updatedAt: changed.updatedAt, enabled: true });
  await platform.api.close();
});

test.serial('a test call is planned, placed once, and told as it goes on', async (t) => {
  const server = await api(as('company-admin'));
  const answer = await post(server, '02-1234-5678');
  t.is(answer.status, 200, answer.text);
  const { id } = JSON.parse(answer.text);
  t.deepEqual(server.placed, [
    { id, tenant: DEMO_TENANT, node: nodeA, trunk: 'trunk', to: digits('0212345678'), callerNumber: OWN },
  ]);
  const look = async () => {
    const { text } = await server.get(`/api/v1/trunks/test-calls/${id}`);
    t.notRegex(text, /0212345678/);
    return TestCallView.parse(JSON.parse(text));
  };
  t.like(await look(), { state: 'planned', cause: null, causeWords: null, toMasked: '021***5678' });
  t.is((await post(server, '0212345678')).status, 409, 'one at a time');
  await db().repositories.trunkTests.note(system, id, 'ended', 'USER_BUSY');
  t.like(await look(), { state: 'ended', cause: 'USER_BUSY', causeWords: { en: 'The number is busy.' } });
  t.notRegex(server.logged.join(), /0212345678/);
  const stranger = await api(as('company-admin', other));
  t.is((await stranger.get(`/api/v1/trunks/test-calls/${id}`)).status, 404);
  await Promise.all([server.api.close(), stranger.api.close()]);
});

test.serial(
  'nobody is called outside the allow-list, by a trunk that is not there, or without a number',
  async (t) => {
    const server = await api(as('company-admin'));
    t.is((await post(server, '0060212345678')).status, 403);
    t.is((await post(server, '0212345678', 'nowhere')).status, 404);
    t.is((await post(server, 'call me')).status, 400);
    const poor = await api(as('company-admin', other));
    t.is((await post(poor, '0212345678')).status, 409);
    const watcher = await api(as('operator'));
    t.is((await post(watcher, '0212345678')).status, 403);
    t.deepEqual([...server.placed, ...poor.placed, ...watcher.placed], []);
    await Promise.all([server, poor, watcher].map(({ api: one }) => one.close()));
  },
);

test.serial('a test call that Temporal did not take is over at once, and counts as a try', async (t) => {
  const away = () => Promise.reject(new CallwrightError('temporal/unavailable', 'away'));
  const server = await api(as('company-admin'), { start: away });
  for (let tries = 0; tries < 4; tries += 1) t.is((await post(server, '0212345678')).status, 503);
  t.is((await post(server, '0212345678')).status, 429, 'five a minute, the one before included');
  const rows = await db().database.knex('trunk_tests').where({ cause: 'NOT_STARTED' });
  t.is(rows.length, 4);
  await server.api.close();
});
