import test, { type ExecutionContext } from 'ava';
import { createCommandConnection } from './command-connection.ts';
import type { EslEvent } from './event.ts';
import { type Connected, createEventConnection, type EventConnectionOptions } from './event-connection.ts';
import { createJobRegistry } from './job-registry.ts';
import { CORE, PASSWORD, startFakeSwitch } from './testing/fake-switch.ts';
import { apiResponse, commandReply, DISCONNECT_NOTICE, event, eventFrame } from './testing/switch-frames.ts';
import { until } from './testing/until.ts';
import { createVirtualClock } from './testing/virtual-clock.ts';

const OTHER_CORE = '0d5c1d1e-1111-4222-8333-944445555666';

async function setUp(t: ExecutionContext, options: Partial<EventConnectionOptions> = {}) {
  const fake = await startFakeSwitch();
  const clock = createVirtualClock();
  const jobs = createJobRegistry(clock);
  const events: EslEvent[] = [];
  const connected: Connected[] = [];
  const endpoint = { host: '127.0.0.1', port: fake.port, password: PASSWORD, clock, jobs, random: () => 1 };
  const connection = createEventConnection({
    ...endpoint,
    events: ['CUSTOM conference::maintenance', 'CHANNEL_PARK', 'sofia::register'],
    onEvent: (one) => events.push(one),
    onConnected: (one) => connected.push(one),
    ...options,
  });
  t.teardown(async () => {
    connection.close();
    await fake.close();
  });
  const ready = (times = 1): Promise<void> => until(() => connected.length === times, 'subscribed');
  const send = (text: string | Uint8Array): void => fake.listeners().at(-1)?.send(text);
  const got = (count: number): Promise<void> => until(() => events.length >= count, `${count} events`);
  return { fake, clock, jobs, events, connected, connection, endpoint, ready, send, got };
}

test('it subscribes with CUSTOM last and learns which run of the switch it is', async (t) => {
  const { fake, connected, connection, ready } = await setUp(t);
  await ready();
  t.is(
    fake.received[0],
    'event json HEARTBEAT BACKGROUND_JOB CHANNEL_PARK CUSTOM conference::maintenance sofia::register\n\n',
  );
  t.deepEqual(connected, [{ coreUuid: CORE, coreChanged: false }]);
  t.is(connection.coreUuid(), CORE);
});

test('300,000 small events arrive without loss and in order', async (t) => {
  const total = 300_000;
  let wrong = 0;
  let seen = 0;
  const { connection, ready, send } = await setUp(t, {
    onEvent: (one) => {
      if (one.sequence !== `${seen}`) wrong += 1;
      seen += 1;
    },
  });
  await ready();
  const heads = { 'Core-UUID': CORE };
  for (let from = 0; from < total; from += 10_000) {
    const frames = Array.from({ length: 10_000 }, (_, index) =>
      event('CHANNEL_PARK', { ...heads, 'Event-Sequence': `${from + index}`, pad: 'x'.repeat(index % 300) }),
    );
    send(frames.join(''));
  }
  await until(() => seen === total, 'all have arrived', 40_000);
  t.is(wrong, 0);
  t.is(connection.counters().events, total);
  t.is(connection.counters().reconnects, 0);
});

test('broken JSON is counted and dropped; what follows is delivered on the same connection', async (t) => {
  const { events, connection, ready, send, got } = await setUp(t);
  await ready();
  for (const broken of ['{"Event-Name":"DTMF"', '[]', 'null', '{"no":"name"}']) send(eventFrame(broken));
  send(event('CHANNEL_PARK', { 'Core-UUID': CORE, 'Unique-ID': 'u-1' }));
  await got(1);
  t.is(events[0]?.uuid, 'u-1');
  const { brokenJson, reconnects } = connection.counters();
  t.deepEqual({ brokenJson, reconnects }, { brokenJson: 4, reconnects: 0 });
});

test('an event of an unknown name is passed on as unknown', async (t) => {
  const { events, connection, ready, send, got } = await setUp(t);
  await ready();
  send(event('BRAND_NEW_THING') + event('CHANNEL_PARK'));
  await got(2);
  t.deepEqual(
    events.map(({ name, known }) => [name, known]),
    [
      ['BRAND_NEW_THING', false],
      ['CHANNEL_PARK', true],
    ],
  );
  t.is(connection.counters().unknownEvents, 1);
});

test('a handler that throws is counted and the next event follows', async (t) => {
  let calls = 0;
  const { connection, ready, send } = await setUp(t, {
    onEvent: () => {
      calls += 1;
      throw new TypeError('bug');
    },
  });
  await ready();
  send(event('CHANNEL_PARK').repeat(2));
  await until(() => calls === 2, 'both are delivered');
  t.is(connection.counters().handlerErrors, 2);
});

test('a job that ends while both connections are being replaced still completes', async (t) => {
  const { fake, clock, connection, endpoint, ready, send } = await setUp(t);
  const commands = createCommandConnection(endpoint);
  t.teardown(commands.close);
  await ready();
  await until(() => commands.state() === 'up', 'commands are up');
  const job = commands.bgapi('originate sofia/gateway/a/1 &park()', { jobUuid: 'job-7', timeoutMs: 60_000 });
  await until(() => commands.counters().answered === 1, 'the job is accepted');
  for (const peer of fake.peers) peer.socket.destroy();
  await until(() => connection.state() === 'down' && commands.state() === 'down', 'both are down');
  clock.advance(100);
  await ready(2);
  send(event('BACKGROUND_JOB', { 'Core-UUID': CORE, 'Job-UUID': 'job-7', _body: '+OK u-9\n' }));
  t.is(await job, '+OK u-9\n');
  t.is(fake.received.filter((command) => command.startsWith('bgapi')).length, 1);
});

test('a restarted switch is noticed and its jobs end as outcome unknown', async (t) => {
  const { fake, clock, connected, connection, endpoint, ready } = await setUp(t);
  const commands = createCommandConnection(endpoint);
  t.teardown(commands.close);
  await ready();
  await until(() => commands.state() === 'up', 'commands are up');
  const job = t.throwsAsync(commands.bgapi('originate x', { jobUuid: 'j', timeoutMs: 60_000 }));
  await until(() => commands.counters().answered === 1, 'the job is accepted');
  fake.core = OTHER_CORE;
  for (const peer of fake.listeners()) peer.socket.destroy();
  await until(() => connection.state() === 'down', 'down');
  clock.advance(100);
  await ready(2);
  t.deepEqual(connected[1], { coreUuid: OTHER_CORE, coreChanged: true });
  t.is((await job)?.message, 'the switch restarted');
});

test('half-open: silence, a question, silence again, and a new connection', async (t) => {
  const { fake, clock, connection, ready } = await setUp(t);
  await ready();
  fake.answer = (command) => (command.startsWith('nolog') ? '' : undefined);
  clock.advance(24_999);
  t.is(connection.state(), 'up');
  clock.advance(1);
  await until(() => fake.received.includes('nolog\n\n'), 'the question arrives');
  clock.advance(2_010);
  t.is(connection.state(), 'down');
  clock.advance(100);
  await ready(2);
  t.is(connection.counters().reconnects, 1);
});

test('a switch that answers the question keeps its connection', async (t) => {
  const { fake, clock, connection, ready } = await setUp(t);
  await ready();
  const before = connection.counters().bytes;
  clock.advance(25_000);
  await until(() => connection.counters().bytes > before, 'the answer arrives');
  clock.advance(2_010);
  t.is(connection.state(), 'up');
  t.is(fake.peers.length, 1);
});

test('a disconnect notice leads to a new connection with back-off', async (t) => {
  const { clock, connection, ready, send } = await setUp(t);
  await ready();
  send(DISCONNECT_NOTICE);
  await until(() => connection.state() === 'down', 'down');
  clock.advance(99);
  t.is(connection.state(), 'down');
  clock.advance(1);
  await ready(2);
});

test('a refused subscription is a configuration error', async (t) => {
  const { fake, clock, connection } = await setUp(t);
  fake.answer = (command) =>
    command.startsWith('event') ? commandReply('-ERR no keywords supplied') : undefined;
  await until(() => connection.state() === 'refused', 'refused');
  clock.advance(29_999);
  t.is(fake.peers.length, 1);
});

test('without an answer to global_getvar the first event names the run of the switch', async (t) => {
  const { fake, connected, ready, got, send } = await setUp(t);
  fake.answer = (command) => (command.startsWith('api') ? apiResponse('-ERR no such variable') : undefined);
  await until(() => fake.received.length === 2, 'asked');
  t.deepEqual(connected, []);
  send(event('HEARTBEAT', { 'Core-UUID': CORE }));
  await got(1);
  await ready();
});

test('lag, heartbeat and bytes are counted', async (t) => {
  const { clock, connection, ready, send, got } = await setUp(t);
  await ready();
  const at = (agoMs: number) => ({ 'Event-Date-Timestamp': `${(clock.now() - agoMs) * 1000}` });
  send(event('CHANNEL_PARK', at(40)) + event('HEARTBEAT', at(5)));
  await got(2);
  const { lagMs, lastHeartbeatAt, bytes } = connection.counters();
  t.deepEqual(lagMs, { last: 5, max: 40 });
  t.is(lastHeartbeatAt, clock.now());
  t.true(bytes > 0);
});

test('while live the metronome beats, its answers are swallowed, and it stops when not live', async (t) => {
  const { fake, clock, connection, ready, events } = await setUp(t);
  const beats = () => fake.received.filter((command) => command === 'nolog\n\n').length;
  connection.setLive(true);
  await ready();
  for (let beat = 0; beat < 20; beat += 1) clock.advance(2);
  await until(() => beats() === 20, 'twenty beats');
  connection.setLive(false);
  clock.advance(500);
  await fake.listeners()[0]?.send(event('CHANNEL_PARK'));
  await until(() => events.length === 1, 'an event');
  t.is(beats(), 20);
  t.is(connection.counters().metronome.beats, 20);
});

test('live, a dead switch is found in seconds, and the metronome goes on after the reconnect', async (t) => {
  const { fake, clock, connection, ready } = await setUp(t);
  await ready();
  fake.answer = (command) => (command.startsWith('nolog') ? '' : undefined);
  connection.setLive(true);
  clock.advance(3_010);
  t.is(connection.state(), 'down');
  t.true(connection.counters().metronome.stalls > 0);
  fake.answer = () => undefined;
  clock.advance(100);
  await ready(2);
  const before = connection.counters().metronome.beats;
  clock.advance(10);
  t.is(connection.counters().metronome.beats, before + 5);
});
