import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import test, { type ExecutionContext } from 'ava';
import { CallId, TenantId } from '../../contracts/ids.ts';
import { createFetchForCall, type FetchPorts } from './fetch-for-call.ts';
import { type LocalHost, startLocalHost } from './testing/local-host.ts';
import type { FetchRequest } from './types.ts';

const HOST = 'crm.example.kr';
const TOKEN = 'token-of-the-company';
const TENANT = TenantId.parse(randomUUID());

const ask = (change: Partial<FetchRequest> = {}): FetchRequest => ({
  call: CallId.parse(randomUUID()),
  tenant: TENANT,
  verb: 3,
  method: 'GET',
  url: `https://${HOST}/orders`,
  body: {},
  timeoutMs: 2_000,
  retries: 0,
  cacheMs: 0,
  take: [{ variable: 'state', path: 'order.state' }],
  ...change,
});

type Scene = { host: LocalHost; seen: IncomingMessage[]; fetch: ReturnType<typeof createFetchForCall> };

async function scene(
  t: ExecutionContext,
  answer: RequestListener,
  ports: Partial<FetchPorts> = {},
): Promise<Scene> {
  const seen: IncomingMessage[] = [];
  const host = await startLocalHost((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  t.teardown(host.close);
  const fetch = createFetchForCall({
    listedHosts: async () => [{ host: HOST, token: TOKEN }],
    outside: host.outside,
    pause: async () => undefined,
    ...ports,
  });
  return { host, seen, fetch };
}

const json =
  (body: unknown, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(body));
  };

test('a good answer gives the values that were asked for, and the token is sent along', async (t) => {
  const { fetch, seen } = await scene(t, json({ order: { state: '배송 중', other: 1 } }));
  t.deepEqual(await fetch(ask()), { result: 'ok', status: 200, values: { state: '배송 중' } });
  t.is(seen[0]?.headers.authorization, `Bearer ${TOKEN}`);
  t.is(seen[0]?.headers.host, HOST);
  t.is(seen[0]?.url, '/orders');
});

test('paths take own properties and single values only', async (t) => {
  const body = { list: [{ n: 7 }], flag: false, nothing: null, deep: { er: {} }, long: 'x'.repeat(201) };
  const { fetch } = await scene(t, json(body));
  const paths = [
    'list.0.n',
    'flag',
    'nothing',
    'deep.er',
    'long',
    'constructor.name',
    '__proto__',
    'list.length',
  ];
  const take = paths.map((path, index) => ({ variable: `v${index}`, path }));
  const { values } = await fetch(ask({ take }));
  t.deepEqual(values, { v0: 7, v1: false, v2: null, v7: 1 });
});

test('a host that is not listed is refused, and nobody is asked', async (t) => {
  const { fetch, seen } = await scene(t, json({}));
  t.is((await fetch(ask({ url: 'https://other.example.kr/' }))).result, 'refused');
  t.is((await fetch(ask({ url: `http://${HOST}/` }))).result, 'refused');
  t.is(seen.length, 0);
});

test('without the list nobody is asked', async (t) => {
  const away = async (): Promise<never> => {
    throw new Error('the database is away');
  };
  const { fetch, seen } = await scene(t, json({}), { listedHosts: away });
  t.is((await fetch(ask())).result, 'failed');
  t.is(seen.length, 0);
});

test('a redirect to this machine is not followed', async (t) => {
  let inside = 0;
  const secret = await startLocalHost((_request, response) => {
    inside += 1;
    response.end('{}');
  });
  t.teardown(secret.close);
  const { fetch } = await scene(t, (_request, response) => {
    response.writeHead(302, { location: `http://127.0.0.1:${secret.port}/` }).end();
  });
  t.deepEqual(await fetch(ask()), { result: 'failed', status: 302, values: {} });
  t.is(inside, 0);
});

test('an answer that never ends is cut off when the time is over', async (t) => {
  let closed = false;
  const { fetch } = await scene(t, (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const drip = setInterval(() => response.write(' '), 20);
    request.socket.once('close', () => {
      closed = true;
      clearInterval(drip);
    });
  });
  t.deepEqual(await fetch(ask({ timeoutMs: 500 })), { result: 'timeout', values: {} });
  await new Promise((resolve) => setImmediate(resolve));
  for (let turns = 0; !closed && turns < 100; turns += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  t.true(closed, 'the connection is gone too');
});

test('64 KB are read, one byte more is not', async (t) => {
  const text = (size: number): string => `{"order":{"state":"ok"},"p":"${'x'.repeat(size - 31)}"}`;
  for (const [size, result] of [
    [65_536, 'ok'],
    [65_537, 'failed'],
  ] as const) {
    const { fetch } = await scene(t, (_request, response) => {
      const body = text(size);
      t.is(body.length, size);
      response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    });
    t.is((await fetch(ask())).result, result, String(size));
  }
});

test('an endless answer is left after 64 KB', async (t) => {
  let written = 0;
  const { fetch } = await scene(t, (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = (): void => {
      while (!request.socket.destroyed && response.write('x'.repeat(16_384))) written += 16_384;
      if (!request.socket.destroyed) response.once('drain', more);
    };
    more();
  });
  t.is((await fetch(ask())).result, 'failed');
  t.true(written < 50_000_000);
});

const OTHERWISE: readonly [string, RequestListener][] = [
  ['html', (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('{}')],
  ['no type', (_request, response) => response.writeHead(200).end('{}')],
  [
    'no JSON',
    (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{'),
  ],
  [
    'compressed',
    (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end('{}'),
  ],
  [
    'no UTF-8',
    (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.from([0x22, 0xff, 0x22])),
  ],
];
for (const [what, answer] of OTHERWISE) {
  test(`an answer that is not JSON fails: ${what}`, async (t) => {
    const { fetch, seen } = await scene(t, answer);
    t.is((await fetch(ask({ retries: 2 }))).result, 'failed');
    t.is(seen.length, 1, 'asking again would give the same');
  });
}

test('a 4xx is refused at once, a 5xx asked again as often as the block says', async (t) => {
  const refused = await scene(t, json({}, 403));
  t.deepEqual(await refused.fetch(ask({ retries: 2 })), { result: 'refused', status: 403, values: {} });
  t.is(refused.seen.length, 1);
  const failing = await scene(t, json({}, 503));
  t.deepEqual(await failing.fetch(ask({ retries: 2 })), { result: 'failed', status: 503, values: {} });
  t.is(failing.seen.length, 3);
});

test('every try of a POST carries the one key, another verb another', async (t) => {
  let tries = 0;
  const { fetch, seen } = await scene(t, (request, response) => {
    tries += 1;
    json({ order: { state: 'ok' } }, tries === 1 ? 500 : 200)(request, response);
  });
  const request = ask({ method: 'POST', body: { number: '1234' }, retries: 1 });
  t.is((await fetch(request)).result, 'ok');
  t.is((await fetch({ ...request, verb: 4 })).result, 'ok');
  const keys = seen.map(({ headers }) => headers['idempotency-key']);
  t.is(keys.length, 3);
  t.is(keys[0], keys[1]);
  t.not(keys[0], keys[2]);
  t.false(String(keys[0]).includes(request.call));
});

test('a worker that takes over from one that died asks a POST with the same key, and a GET plainly', async (t) => {
  const seen: IncomingMessage[] = [];
  const answering: RequestListener = (request, response) => {
    seen.push(request);
    // The first worker is gone before its answer: what it asked may have been done.
    if (seen.length % 2 === 1) request.socket.destroy();
    else json({ order: { state: 'ok' } })(request, response);
  };
  for (const method of ['POST', 'GET'] as const) {
    const request = ask({ method, retries: 0 });
    const [first, second] = [await scene(t, answering), await scene(t, answering)];
    t.is((await first.fetch(request)).result, 'failed');
    t.is((await second.fetch(request)).result, 'ok');
  }
  const keys = seen.map(({ headers }) => headers['idempotency-key']);
  t.is(keys.length, 4);
  t.truthy(keys[0]);
  t.is(keys[0], keys[1]);
  t.deepEqual(keys.slice(2), [undefined, undefined]);
});

test('a good GET is kept for as long as the block says, for this company alone', async (t) => {
  let at = 1_000;
  const { fetch, seen } = await scene(t, json({ order: { state: 'ok' } }), { now: () => at });
  const request = ask({ cacheMs: 5_000 });
  await fetch(request);
  t.is((await fetch(request)).result, 'ok');
  t.is(seen.length, 1);
  await fetch({ ...request, tenant: TenantId.parse(randomUUID()) });
  t.is(seen.length, 2, 'another company');
  at += 5_000;
  await fetch(request);
  t.is(seen.length, 3, 'too old');
  await fetch({ ...request, method: 'POST' });
  t.is(seen.length, 4, 'a POST is never kept');
});

test('one company has twenty requests at once, and the next one fails at once', async (t) => {
  const waiting: (() => void)[] = [];
  const { fetch } = await scene(t, (request, response) => {
    waiting.push(() => json({ order: { state: 'ok' } })(request, response));
  });
  const running = Array.from({ length: 20 }, () => fetch(ask({ timeoutMs: 10_000 })));
  for (let turns = 0; waiting.length < 20 && turns < 500; turns += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  t.is((await fetch(ask())).result, 'failed');
  for (const answer of waiting) answer();
  t.true((await Promise.all(running)).every(({ result }) => result === 'ok'));
});

test('nobody listens: failed', async (t) => {
  const { host, fetch } = await scene(t, json({}));
  await host.close();
  t.is((await fetch(ask())).result, 'failed');
});
