import test from 'ava';
import { LIVE_EVENTS, LiveCall } from '../../contracts/api/live.ts';
import { createCuttingProxy } from '../../db/testing/cutting-proxy.ts';
import { hashOf, newTenantId, sampleCall, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { type EventStream, openEvents } from '../testing/read-events.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';
import { type ListeningFeed, listenCalls } from './listen-calls.ts';

const PATH = '/api/v1/live/calls';
const START = 1_790_000_000_000;
const other = newTenantId();
const done = { outcome: { result: 'upstream', reason: 'busy' }, endedAt: START + 9_000 } as const;

const db = useTestDatabase(test, {
  async prepare({ tenants, scenarioVersions }) {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
    await scenarioVersions.publish(system, {
      hash: hashOf('a'),
      tenant: sampleCall().tenant,
      name: '대표번호',
      document: {},
      parts: {},
    });
  },
});

type Served = { http: TestApi; feed: ListeningFeed; close(): Promise<void> };

async function serve(url = db().url, alive = async () => true): Promise<Served> {
  const { callFeed } = db().repositories;
  const feed = listenCalls({ database: { url }, callFeed, onError: () => undefined, retryMs: 10 });
  const http = await startTestApi(db(), {
    live: { feed, stillIn: alive },
    identify: async (request) => {
      const tenant = request.get('X-Tenant') === 'other' ? other : sampleCall().tenant;
      return {
        actor: { kind: 'user', user: '3f1de6f0-4d1f-4a3c-9a55-000000000001', tenant, role: 'supervisor' },
        session: request.get('X-Session') ?? 'one',
      };
    },
  });
  return {
    http,
    feed,
    async close() {
      await feed.close();
      await http.api.close();
    },
  };
}

const tells = (event: string, id: string, block?: string) => (one: EventStream['received'][number]) =>
  one.event === event &&
  JSON.stringify(one.data).includes(id) &&
  (block === undefined || LiveCall.parse(one.data).block === block);

test.serial(
  'a call is told when it runs, with each block that it enters, and when it has ended',
  async (t) => {
    const { calls, callSteps } = db().repositories;
    const { http, close } = await serve();
    const stream = await openEvents(http.api.port, PATH);
    t.is(stream.status, 200);
    t.is((await stream.until((one) => one.event === 'snapshot')).event, 'snapshot');
    const call = sampleCall({ scenario: hashOf('a') });
    await calls.starting(system, call);
    await calls.activate(system, call.call);
    await stream.until(tells('call', call.call));
    const answered = {
      seq: 1,
      block: 'main/answer',
      blockType: 'answer',
      enteredAt: START,
      outcome: 'next',
      leftAt: START + 20,
    };
    const inSub = { seq: 2, block: 'main/sub', blockType: 'subScenario', enteredAt: START + 30 };
    const menu = { seq: 3, block: 'sub/menu', blockType: 'menu', enteredAt: START + 40, digits: '1' };
    await callSteps.upsertAll(system, new Map([[call.call, [answered, inSub, menu]]]));
    const told = LiveCall.parse((await stream.until(tells('call', call.call, 'sub/menu'))).data);
    t.like(told, {
      calledMasked: '158*0000',
      callerMasked: '070****5678',
      scenarioName: '대표번호',
      blockType: 'menu',
      blockSince: new Date(START + 40).toISOString(),
      answeredAt: new Date(START + 20).toISOString(),
    });
    await callSteps.upsertMany(system, call.call, [{ ...menu, outcome: 'one', leftAt: START + 50 }]);
    await stream.until(tells('call', call.call, 'main/sub'));
    await calls.end(system, call.call, done);
    await stream.until(tells('gone', call.call));
    for (const one of stream.received) {
      t.notThrows(() => LIVE_EVENTS[one.event as keyof typeof LIVE_EVENTS].parse(one.data));
      t.notRegex(JSON.stringify(one), /07012345678/);
    }
    stream.close();
    await close();
  },
);

test.serial('who comes back with the last id is told what was missed, another company nothing', async (t) => {
  const { calls } = db().repositories;
  const { http, close } = await serve();
  const stream = await openEvents(http.api.port, PATH);
  const begun = await stream.until((one) => one.event === 'snapshot');
  stream.close();
  const watcher = await openEvents(http.api.port, PATH);
  const call = sampleCall();
  await calls.starting(system, call);
  await calls.activate(system, call.call);
  await watcher.until(tells('call', call.call));
  const again = await openEvents(http.api.port, PATH, { 'Last-Event-ID': begun.id ?? '' });
  t.is((await again.until(tells('call', call.call))).id, watcher.received.at(-1)?.id);
  t.is(again.received[0]?.event, 'call');
  const stranger = await openEvents(http.api.port, PATH, { 'X-Tenant': 'other', 'X-Session': 'two' });
  await stranger.until((one) => one.event === 'snapshot');
  t.false(JSON.stringify(stranger.received).includes(call.call));
  for (const one of [watcher, again, stranger]) one.close();
  await close();
});

test.serial('what happened while Postgres was away is told afterwards', async (t) => {
  const { calls } = db().repositories;
  const proxy = await createCuttingProxy(db().url);
  const { http, close } = await serve(proxy.url);
  const stream = await openEvents(http.api.port, PATH);
  await stream.until((one) => one.event === 'snapshot');
  proxy.cut();
  const call = sampleCall();
  await calls.starting(system, call);
  await calls.activate(system, call.call);
  proxy.restore();
  await stream.until(tells('call', call.call));
  stream.close();
  await close();
  await proxy.close();
  t.pass();
});

test.serial('a session has so many streams, and one that closes makes room', async (t) => {
  const { http, close } = await serve();
  const streams = await Promise.all(Array.from({ length: 6 }, () => openEvents(http.api.port, PATH)));
  t.true(streams.every((stream) => stream.status === 200));
  const refused = await http.get(PATH);
  t.is(refused.status, 409, refused.text);
  const elsewhere = await openEvents(http.api.port, PATH, { 'X-Session': 'two' });
  t.is(elsewhere.status, 200);
  streams[0]?.close();
  for (let status = 409; status !== 200; ) {
    const next = await openEvents(http.api.port, PATH);
    status = next.status;
    next.close();
  }
  for (const stream of [...streams, elsewhere]) stream.close();
  await close();
});
