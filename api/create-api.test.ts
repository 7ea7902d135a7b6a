import test from 'ava';
import { createDatabase } from '../db/database.ts';
import { createRepositories } from '../db/repositories/index.ts';
import { sampleCall, system } from '../db/testing/samples.ts';
import { useTestDatabase } from '../db/testing/test-database.ts';
import { listenApi } from './listen-api.ts';
import { startTestApi } from './testing/test-api.ts';

const db = useTestDatabase(test);
const secret = '07012345678';

test('a forced fault answers without stack, statement or number, and logs where it was (S26)', async (t) => {
  const broken = { ...db().repositories.calls, list: () => Promise.reject(new TypeError(`boom ${secret}`)) };
  const { api, get, logged } = await startTestApi(db(), {
    repositories: { ...db().repositories, calls: broken },
  });
  const answer = await get('/api/v1/calls');
  t.is(answer.status, 500);
  t.like(JSON.parse(answer.text), { code: 'server/bug', status: 500 });
  t.notRegex(answer.text, /boom|TypeError|create-api|node_modules|0701/);
  const line = logged.find((text) => text.includes('request failed')) ?? '';
  t.regex(line, /TypeError.*create-api\.test\.ts/);
  t.notRegex(line, /boom|0701/);
  await api.close();
});

test('Postgres away: calls answer 503 db/unavailable, readyz says which part, healthz stays 200', async (t) => {
  const database = createDatabase({ url: 'postgres://callwright@127.0.0.1:9/none' });
  const { api, get } = await startTestApi(db(), { database, repositories: createRepositories(database) });
  const calls = await get('/api/v1/calls');
  t.is(calls.status, 503);
  t.is(JSON.parse(calls.text).code, 'db/unavailable');
  const readiness = await get('/readyz');
  t.is(readiness.status, 503);
  t.like(JSON.parse(readiness.text), { ready: false });
  t.like(JSON.parse(readiness.text).parts[0], { part: 'postgres', ok: false, lastSuccessAt: null });
  t.is((await get('/healthz')).status, 200);
  await api.close();
  await database.close();
});

test('readyz shows each role’s parts, and Temporal’s silence', async (t) => {
  await db().repositories.partHealth.report(system, { role: 'flow-worker', instance: '1' }, [
    { part: 'temporal', ok: true, lastSuccessAt: 1_790_000_000_000 },
  ]);
  let serves = true;
  const { api, get, health } = await startTestApi(db(), {
    temporal: { healthy: () => (serves ? Promise.resolve(true) : Promise.reject(new Error('down'))) },
  });
  const good = await get('/readyz');
  t.is(good.status, 200, good.text);
  const parts: { role: string; part: string }[] = JSON.parse(good.text).parts;
  t.deepEqual(
    parts.map((part) => `${part.role} ${part.part}`),
    ['api postgres', 'api temporal', 'flow-worker temporal'],
  );
  serves = false;
  t.is((await get('/readyz')).status, 503);
  serves = true;
  t.is((await get('/readyz')).status, 200);
  t.like(
    health.snapshot().find((part) => part.part === 'temporal'),
    { ok: true, lastError: 'Temporal does not answer' },
  );
  await api.close();
});

test('a page whose name was re-pointed to 127.0.0.1 is refused', async (t) => {
  const { api, get } = await startTestApi(db());
  for (const Host of [
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:80',
    '0.0.0.0',
    '169.254.169.254',
  ])
    t.is((await get('/healthz', { Host })).status, 400, Host);
  for (const Host of ['localhost', `localhost:${api.port}`, '127.0.0.1:3000', '[::1]:3000'])
    t.is((await get('/healthz', { Host })).status, 200, Host);
  await api.close();
});

test('answers carry the protecting headers and no hint of the software', async (t) => {
  const { api, get } = await startTestApi(db());
  for (const path of ['/healthz', '/api/openapi.json', '/nothing']) {
    const { headers } = await get(path);
    t.is(headers['x-content-type-options'], 'nosniff');
    t.is(headers['cache-control'], 'no-store');
    t.regex(headers['content-security-policy'] ?? '', /^default-src 'none'; base-uri 'none'/);
    t.is(headers['x-powered-by'], undefined);
    t.is(headers['access-control-allow-origin'], undefined);
  }
  await api.close();
});

test('a body over 64 KB, a broken one and one that reaches for a prototype are refused (S16)', async (t) => {
  const { api, send } = await startTestApi(db());
  const json = { 'Content-Type': 'application/json' };
  const post = (body: string) => send('POST', '/api/v1/session', body, json);
  const oversized = await post(JSON.stringify({ text: 'x'.repeat(70_000) }));
  t.like(JSON.parse(oversized.text), { status: 413, code: 'request/too-large' });
  for (const body of [
    '{"a":',
    '"text"',
    '{"__proto__":{"admin":true}}',
    '{"a":{"constructor":{"prototype":1}}}',
  ]) {
    const answer = await post(body);
    t.is(answer.status, 400, body);
    t.is(JSON.parse(answer.text).code, 'request/invalid');
  }
  t.is((await send('POST', '/api/v1/nothing', '{"a":1}', json)).status, 404);
  await api.close();
});

test('metrics of all roles stand together; one that fails or hangs costs only its own', async (t) => {
  const { api, get } = await startTestApi(db(), {
    metricsSources: [
      () => Promise.resolve('# TYPE callwright_calls_total counter\ncallwright_calls_total 1\n'),
      () => Promise.reject(new Error('gone')),
      () => Promise.resolve('# TYPE callwright_calls_total counter\ncallwright_calls_total 2\n'),
    ],
  });
  const { status, text, headers } = await get('/metrics');
  t.is(status, 200);
  t.regex(headers['content-type'] ?? '', /^text\/plain; version=0\.0\.4/);
  t.regex(text, /^callwright_calls_total 3$/m);
  t.regex(text, /^callwright_metrics_source_up\{source="1"\} 0$/m);
  await api.close();
});

test('the OpenAPI document names every route and its schemas', async (t) => {
  const { api, get } = await startTestApi(db());
  const document = JSON.parse((await get('/api/openapi.json')).text);
  t.is(document.openapi, '3.1.0');
  for (const path of ['/api/v1/calls/{id}', '/api/v1/session', '/healthz', '/metrics', '/readyz'])
    t.true(path in document.paths, path);
  const list = document.paths['/api/v1/calls'].get;
  const names = list.parameters.map((parameter: { name: string }) => parameter.name);
  for (const name of ['caller', 'called', 'from', 'to', 'cursor', 'limit'])
    t.true(names.includes(name), name);
  t.deepEqual(Object.keys(list.responses['200'].content), ['application/json', 'application/xml']);
  t.true(Object.keys(document.components.schemas).includes('CallDetail'));
  const order = document.paths['/api/v1/messages'].post;
  t.is(order.requestBody.content['application/json'].schema.$ref, '#/components/schemas/MessageOrder');
  t.true('422' in order.responses);
  await api.close();
});

test('a used port and a foreign host are configuration errors', async (t) => {
  const { api } = await startTestApi(db());
  const app = (() => undefined) as never;
  await t.throwsAsync(listenApi(app, { host: '127.0.0.1', port: api.port }), {
    code: 'config/port-in-use',
  });
  await t.throwsAsync(listenApi(app, { host: '0.0.0.0' as never, port: 0 }), { code: 'config/invalid' });
  await api.close();
});

test('closing lets a running request finish', async (t) => {
  let release: () => void = () => undefined;
  let began: () => void = () => undefined;
  const running = new Promise<void>((resolve) => {
    began = resolve;
  });
  const list = () => {
    began();
    return new Promise<never>((_, reject) => {
      release = () => reject(new RangeError('late'));
    });
  };
  const calls = { ...db().repositories.calls, list };
  const { api, get } = await startTestApi(db(), { repositories: { ...db().repositories, calls } });
  const answer = get(`/api/v1/calls?caller=${sampleCall().caller}`);
  await running;
  const closed = api.close();
  release();
  t.is((await answer).status, 500);
  await closed;
});
