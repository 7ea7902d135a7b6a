import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { createKeyFinder } from '../../api/api-keys/key-finder.ts';
import { type ApiParts, routesOf } from '../../api/create-api.ts';
import type { Route } from '../../api/http/route.ts';
import { listenCalls } from '../../api/live/listen-calls.ts';
import { NO_SETTINGS } from '../../api/system/settings-parts.ts';
import { realIdentity, startTestApi, type TestApi } from '../../api/testing/test-api.ts';
import { createHealthRegistry } from '../../contracts/api/health.ts';
import { nodeA, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { hoursReader } from '../../workers/calendar/hours-reader.ts';
import { createWorkbench } from '../../workers/scenario/workbench.ts';
import { promptsDir } from '../../workers/setup/prepare-database.ts';
import { readCatalog } from '../../workers/setup/publish-demo.ts';
import { ask } from './ask.ts';
import type { Company } from './company.ts';
import { EXPECTATIONS, type Expected, type Fill } from './expectations.ts';
import { EVERYBODY, type Who } from './who.ts';
import { createWorld, type World } from './world.ts';

const db = useTestDatabase(test);
type Scene = { api: TestApi; world: World; close(): Promise<void> };
let made: Promise<Scene> | undefined;

/** Two companies and an api. */
async function createScene(different: Partial<ApiParts> = {}): Promise<Scene> {
  const { database, repositories } = db();
  const feed = listenCalls({ database, callFeed: repositories.callFeed, onError: () => undefined });
  const recordingsDir = mkdtempSync(join(tmpdir(), 'callwright-access-'));
  const workbench = createWorkbench(repositories, await readCatalog(promptsDir));
  const api = await startTestApi(db(), {
    recordingsDir,
    settings: {
      ...NO_SETTINGS,
      hours: hoursReader,
      testCalls: { mayDial: () => true, nodes: [nodeA], start: async () => undefined },
    },
    identify: realIdentity(db(), { keys: createKeyFinder(repositories.apiKeys) }),
    callCommander: async () => 'told',
    mailDelivers: true,
    live: { feed, stillIn: async () => true },
    workbench,
    ...different,
  });
  const close = async (): Promise<void> => {
    await feed.close();
    await api.api.close();
    await workbench.close();
    rmSync(recordingsDir, { recursive: true });
  };
  return { api, world: await createWorld(db(), recordingsDir), close };
}

/** The one that most tests share. */
const scene = (): Promise<Scene> => {
  made ??= createScene();
  return made;
};
test.after.always(async () => (await made)?.close());

/** What handlers would need; listing them runs none. */
const NO_PARTS = {
  health: createHealthRegistry({ now: Date.now }),
  metricsSources: [],
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  identify: async () => undefined,
  mail: { queue: async () => undefined },
  sealKey: Buffer.alloc(32),
  publicUrl: 'http://127.0.0.1:3000',
};

/** The table as this installation has it. */
const routes = (): readonly Route[] =>
  routesOf({ ...NO_PARTS, database: db().database, repositories: db().repositories });
const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

test.serial('every route has a row in the matrix, and every row a route', (t) => {
  const names = routes().map(nameOf);
  t.deepEqual(
    names.filter((name) => !Object.hasOwn(EXPECTATIONS, name)),
    [],
    'routes without a row',
  );
  t.deepEqual(
    Object.keys(EXPECTATIONS).filter((name) => !names.includes(name)),
    [],
    'rows without a route',
  );
});

const PUBLIC = [
  'get /healthz',
  'get /metrics',
  'get /readyz',
  'post /api/v1/invitations/accept',
  'post /api/v1/invitations/look',
  'post /api/v1/password/forgot',
  'post /api/v1/password/reset',
  'post /api/v1/session',
  'post /api/v1/session/link',
  'post /hooks/messages/:provider/:secret',
];

test.serial('what is public is a list that somebody has to lengthen here too', (t) => {
  const open = routes().filter(({ access }) => access === 'public');
  t.deepEqual(open.map(nameOf).toSorted(), PUBLIC);
});

function verdict(who: Who, expected: Expected, whose: 'own' | 'other'): number {
  const through = expected.may === 'anybody' || expected.may.includes(who);
  if (!through) return who === 'stranger' ? 401 : 403;
  if (expected.hidden?.includes(who)) return 404;
  if (whose === 'own' || expected.row === undefined) return expected.ok;
  return expected.everywhere?.includes(who) ? expected.ok : 404;
}

const pathOf = (path: string, { params = {}, query }: Fill): string => {
  const filled = path.replace(/[:*]([A-Za-z]+)/g, (_, name: string) => params[name] ?? 'missing');
  return query === undefined ? filled : `${filled}?${query}`;
};

async function askAs(
  { api, world }: Scene,
  route: Route,
  who: Who,
  expected: Expected,
  company: Company,
): Promise<{ status: number; text: string }> {
  const fill = (await expected.row?.(company)) ?? expected.fill ?? {};
  return ask(api.api.port, {
    method: route.method.toUpperCase(),
    path: pathOf(route.path, fill),
    headers: { ...fill.headers, ...(await world.headersOf(who)) },
    body: fill.body === undefined ? undefined : JSON.stringify(fill.body),
  });
}

/** Every answer that is not the expected one, and how many were asked for. */
async function mistakes(scene: Scene, asked: readonly Route[]): Promise<{ wrong: string[]; count: number }> {
  const { world } = scene;
  const wrong: string[] = [];
  let count = 0;
  for (const route of asked) {
    const expected = EXPECTATIONS[nameOf(route)];
    if (expected === undefined) continue;
    for (const who of EVERYBODY) {
      for (const whose of expected.row === undefined ? (['own'] as const) : (['own', 'other'] as const)) {
        await world.forget();
        const { status, text } = await askAs(scene, route, who, expected, world[whose]);
        const due = verdict(who, expected, whose);
        count++;
        if (status !== due) wrong.push(`${nameOf(route)} ${who} ${whose}: ${status}, not ${due} ${text}`);
        const leaks = whose === 'own' && who !== 'platform-admin' && text.includes(world.other.tenant);
        if (leaks) wrong.push(`${nameOf(route)} ${who}: shows a row of the other company`);
      }
    }
  }
  return { wrong, count };
}

test.serial(
  'route × role or key × own or other company: each answer is the expected one (S17)',
  async (t) => {
    t.timeout(240_000);
    const { wrong, count } = await mistakes(await scene(), routes());
    t.deepEqual(wrong, []);
    t.log(`${count} requests`);
  },
);

test.serial('a repository that forgets the company is noticed, by status and by content', async (t) => {
  const { repositories } = db();
  const { calls, auditLog } = repositories;
  const forgetful = await createScene({
    repositories: { ...repositories, calls: { ...calls, get: (_, id) => calls.get(system, id) } },
  });
  const one = routes().filter((route) => nameOf(route) === 'get /api/v1/calls/:id');
  t.regex((await mistakes(forgetful, one)).wrong.join('\n'), /supervisor other: 200, not 404/);
  await forgetful.close();
  const list = await createScene({
    repositories: {
      ...repositories,
      auditLog: { ...auditLog, list: (_, filter) => auditLog.list(system, filter) },
    },
  });
  await auditLog.append(system, {
    effect: crypto.randomUUID(),
    tenant: list.world.other.tenant,
    action: 'test.leak',
    subject: 's',
  });
  const audit = routes().filter((route) => nameOf(route) === 'get /api/v1/audit');
  t.regex((await mistakes(list, audit)).wrong.join('\n'), /company-admin: shows a row of the other company/);
  await list.close();
});

test.serial('an id of the other company and an id of nothing get the same answer', async (t) => {
  const { api, world } = await scene();
  for (const route of routes()) {
    const row = EXPECTATIONS[nameOf(route)]?.row;
    if (row === undefined || !/:id$/.test(route.path)) continue;
    const headers = await world.headersOf('company-admin');
    const fill = await row(world.other);
    const answers = [];
    for (const id of [fill.params?.['id'] ?? '', crypto.randomUUID()]) {
      const body = fill.body === undefined ? undefined : JSON.stringify(fill.body);
      const path = pathOf(route.path, { ...fill, params: { id } });
      const { status, text } = await ask(api.api.port, {
        method: route.method.toUpperCase(),
        path,
        headers: { ...fill.headers, ...headers },
        body,
      });
      const { requestId, ...problem } = JSON.parse(text);
      answers.push({ status, problem });
    }
    t.deepEqual(answers[0], answers[1], nameOf(route));
  }
});

test.serial(
  'no body takes a field that its route does not know, or a key that reaches a prototype (S16)',
  async (t) => {
    const { api, world } = await scene();
    let bodies = 0;
    for (const route of routes()) {
      const expected = EXPECTATIONS[nameOf(route)];
      // Without a simulator the phone's routes say so before they read anything.
      if (route.describe.body === undefined || expected === undefined || expected.ok === 404) continue;
      await world.forget();
      const fill = (await expected.row?.(world.own)) ?? expected.fill ?? {};
      const right = JSON.stringify(fill.body ?? {});
      const more = right === '{}' ? '' : ',';
      for (const field of ['"unexpected":1', '"__proto__":{"role":"platform-admin"}', '"constructor":{}']) {
        const body = `{${field}${more}${right.slice(1)}`;
        t.notThrows(() => JSON.parse(body));
        const { status, text } = await ask(api.api.port, {
          method: route.method.toUpperCase(),
          path: pathOf(route.path, fill),
          headers: { ...fill.headers, ...(await world.headersOf('platform-admin')) },
          body,
        });
        t.is(status, 400, `${nameOf(route)} ${field} ${text}`);
        // For that reason and not for another: the parser itself gives up on keys that reach a prototype.
        t.regex(text, field.startsWith('"unexpected"') ? /unexpected/ : /could not be read/);
        bodies++;
      }
    }
    t.true(bodies >= 30, `${bodies}`);
  },
);
