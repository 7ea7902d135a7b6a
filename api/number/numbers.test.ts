import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import { NumberListView, NumberView, ScenarioListView } from '../../contracts/api/numbers.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { digits, hashOf, newTenantId, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { NO_SETTINGS } from '../system/settings-parts.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

const other = newTenantId();
const LINE = digits('07000000001');
const WORKDAY = { work: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } };
const weekly = {
  sun: 'holiday',
  mon: WORKDAY,
  tue: WORKDAY,
  wed: WORKDAY,
  thu: WORKDAY,
  fri: { work: { from: '10:00', to: '15:00' } },
  sat: 'holiday',
};
const office = { zone: 'Asia/Seoul', weekly, holidays: ['2026-09-24'] };

const db = useTestDatabase(test, {
  prepare: async ({ tenants, numbers, scenarioVersions }) => {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
    for (const letter of ['a', 'b'])
      await scenarioVersions.publish(system, {
        hash: hashOf(letter),
        tenant: DEMO_TENANT,
        name: 'main-line',
        document: { calendars: { office } },
        parts: {},
      });
    await numbers.seed(system, {
      digits: LINE,
      tenant: DEMO_TENANT,
      scenario: hashOf('a'),
      fallbackPrompt: 'ko/system/fallback.wav',
      enabled: true,
    });
  },
});

const as = (role: Role, tenant = DEMO_TENANT): Actor => ({ kind: 'user', user: randomUUID(), tenant, role });

/** An instant as it is on the clock in Seoul. */
const seoul = (local: string): number => Date.parse(`${local}+09:00`);

async function api(actor: Actor, at = seoul('2026-09-22T12:30:00')): Promise<TestApi> {
  const numbers = {
    hoursVerdict: () => 'lunch' as const,
    sentences: [
      { path: 'ko/system/fallback.wav', words: '잠시 후 다시 걸어 주십시오.' },
      { path: 'ko/main/closed.wav', words: '업무 시간이 아닙니다.' },
    ],
  };
  const identify = async () => ({ actor });
  return startTestApi(db(), { identify, clock: () => at, settings: { ...NO_SETTINGS, numbers } });
}

async function change(server: TestApi, body: object): Promise<{ status: number; text: string }> {
  const headers = { 'Content-Type': 'application/json' };
  return server.send('PATCH', `/api/v1/numbers/${LINE}`, JSON.stringify(body), headers);
}

const read = async (server: TestApi): Promise<NumberView> =>
  NumberView.parse(JSON.parse((await server.get(`/api/v1/numbers/${LINE}`)).text));

test.serial('a number shows its version, what its fallback says, and the hours of today', async (t) => {
  const server = await api(as('supervisor'));
  const { numbers } = NumberListView.parse(JSON.parse((await server.get('/api/v1/numbers')).text));
  t.like(numbers[0], {
    digits: LINE,
    enabled: true,
    scenario: { name: 'main-line', version: 1 },
    fallbackWords: '잠시 후 다시 걸어 주십시오.',
    hours: [{ calendar: 'office', verdict: 'lunch', work: '09:00–18:00', lunch: '12:00–13:00' }],
  });
  await server.api.close();
});

test.serial('a day off and a day without lunch', async (t) => {
  for (const [at, hours] of [
    ['2026-09-24T10:00:00', { work: null, lunch: null }],
    ['2026-09-26T10:00:00', { work: null, lunch: null }],
    ['2026-09-25T10:00:00', { work: '10:00–15:00', lunch: null }],
    ['2026-09-25T00:00:00', { work: '10:00–15:00', lunch: null }],
  ] as const) {
    const server = await api(as('supervisor'), seoul(at));
    t.like((await read(server)).hours[0], hours, at);
    await server.api.close();
  }
});

test.serial('a change answers with the number as it is now', async (t) => {
  const server = await api(as('company-admin'));
  const { updatedAt } = await read(server);
  const answer = await change(server, {
    updatedAt,
    scenario: hashOf('b'),
    fallbackPrompt: 'ko/main/closed.wav',
  });
  t.is(answer.status, 200, answer.text);
  t.like(NumberView.parse(JSON.parse(answer.text)), {
    scenario: { version: 2 },
    fallbackPrompt: 'ko/main/closed.wav',
    fallbackWords: '업무 시간이 아닙니다.',
  });
  const late = await change(server, { updatedAt, enabled: false });
  t.is(late.status, 409);
  t.is(JSON.parse(late.text).code, 'request/conflict');
  t.true((await read(server)).enabled);
  await server.api.close();
});

test.serial('what is no prompt of ours, no version, or no change at all is refused', async (t) => {
  const server = await api(as('company-admin'));
  const { updatedAt } = await read(server);
  for (const [body, status] of [
    [{ updatedAt, fallbackPrompt: 'ko/digit/1.wav' }, 400],
    [{ updatedAt, fallbackPrompt: '../../etc/passwd' }, 400],
    [{ updatedAt, scenario: hashOf('9') }, 404],
    [{ updatedAt }, 400],
    [{ enabled: false }, 400],
    [{ updatedAt, enabled: false, tenant: other }, 400],
  ] as const)
    t.is((await change(server, body)).status, status, JSON.stringify(body));
  await server.api.close();
});

test.serial('who may only read changes nothing; another company sees nothing', async (t) => {
  const reader = await api(as('supervisor'));
  const { updatedAt } = await read(reader);
  t.is((await change(reader, { updatedAt, enabled: false })).status, 403);
  await reader.api.close();
  const stranger = await api(as('company-admin', other));
  t.is((await stranger.get(`/api/v1/numbers/${LINE}`)).status, 404);
  t.is((await change(stranger, { updatedAt, enabled: false })).status, 404);
  const { scenarios } = ScenarioListView.parse(
    JSON.parse((await stranger.get('/api/v1/scenario-versions')).text),
  );
  t.deepEqual(scenarios, []);
  await stranger.api.close();
});

test.serial('versions that a number may be given, and prompts that may be its fallback', async (t) => {
  const server = await api(as('company-admin'));
  const { scenarios } = ScenarioListView.parse(
    JSON.parse((await server.get('/api/v1/scenario-versions')).text),
  );
  t.deepEqual(
    scenarios.map(({ name, version }) => [name, version]),
    [
      ['main-line', 2],
      ['main-line', 1],
    ],
  );
  const { prompts } = JSON.parse((await server.get('/api/v1/fallback-prompts')).text);
  t.is(prompts.length, 2);
  await server.api.close();
});
