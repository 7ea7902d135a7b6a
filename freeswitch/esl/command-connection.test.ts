import test, { type ExecutionContext } from 'ava';
import { type CommandConnectionOptions, createCommandConnection } from './command-connection.ts';
import type { EslError } from './errors.ts';
import { createJobRegistry } from './job-registry.ts';
import { type FakeSwitch, PASSWORD, startFakeSwitch } from './testing/fake-switch.ts';
import { apiResponse, commandReply, DISCONNECT_NOTICE } from './testing/switch-frames.ts';
import { until } from './testing/until.ts';
import { createVirtualClock } from './testing/virtual-clock.ts';

async function setUp(t: ExecutionContext, options: Partial<CommandConnectionOptions> = {}) {
  const fake = await startFakeSwitch();
  const clock = createVirtualClock();
  const jobs = createJobRegistry(clock);
  const states: string[] = [];
  const connection = createCommandConnection({
    host: '127.0.0.1',
    port: fake.port,
    password: PASSWORD,
    clock,
    jobs,
    random: () => 1,
    onStateChange: (state) => states.push(state),
    ...options,
  });
  t.teardown(async () => {
    connection.close();
    await fake.close();
  });
  const up = (): Promise<void> => until(() => connection.state() === 'up', 'the connection is up');
  return { fake, clock, jobs, states, connection, up };
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'resolved',
    (error: EslError) => error.code,
  );
}

function sent(fake: FakeSwitch, word: string): string[] {
  return fake.received.filter((command) => command.includes(word));
}

test('api resolves with the body, an -ERR included', async (t) => {
  const { fake, connection, up } = await setUp(t);
  fake.answer = (command) =>
    command.includes('status') ? apiResponse('-ERR 100% of lines busy\n') : undefined;
  await up();
  t.is(await connection.api('status'), '-ERR 100% of lines busy\n');
  t.is(await connection.sendmsg('u-1', { app: 'answer' }), '+OK');
});

test('a percent sign in a Reply-Text settles the call and comes out literally', async (t) => {
  const { fake, connection, up } = await setUp(t);
  fake.answer = () => commandReply('-ERR 100% of lines: %zz');
  await up();
  t.is(await connection.sendmsg('u-1', { app: 'answer' }), '-ERR 100% of lines: %zz');
});

test('commands are pipelined and each gets its own answer', async (t) => {
  const { fake, connection, up } = await setUp(t);
  fake.answer = (command) => (command.startsWith('api echo') ? apiResponse(command.slice(9, -2)) : undefined);
  await up();
  const wanted = Array.from({ length: 3_000 }, (_, index) => `${index}`);
  t.deepEqual(await Promise.all(wanted.map((text) => connection.api(`echo ${text}`))), wanted);
  t.is(connection.counters().answered, 3_000);
  t.is(connection.counters().inFlight, 0);
});

test('without a connection a command fails at once as not sent, and is never sent later', async (t) => {
  const { fake, connection, up } = await setUp(t);
  t.is(await codeOf(connection.api('originate early')), 'not-sent');
  const patient = connection.api('status', { waitForConnection: true });
  await up();
  t.is(await patient, '+OK\n');
  t.deepEqual(sent(fake, 'originate'), []);
});

test('a connection lost with a command pending rejects as outcome unknown and nothing is sent again', async (t) => {
  const { fake, clock, connection, up } = await setUp(t, { maxInFlight: 2 });
  fake.answer = (command, peer) => {
    if (!command.includes('originate')) return undefined;
    peer.socket.destroy();
    return '';
  };
  await up();
  const calls = [
    connection.bgapi('originate sofia/gateway/a/1 &park()', { jobUuid: 'job-1' }),
    connection.api('status'),
    connection.api('never written'),
  ];
  t.deepEqual(await Promise.all(calls.map(codeOf)), ['outcome-unknown', 'outcome-unknown', 'not-sent']);
  fake.answer = () => undefined;
  clock.advance(100);
  await up();
  t.is(await connection.api('version'), '+OK\n');
  t.is(sent(fake, 'originate').length, 1);
  t.is(sent(fake, 'never written').length, 0);
  t.is(connection.counters().reconnects, 1);
});

test('a command whose time runs out in the queue is never written', async (t) => {
  const { fake, clock, connection, up } = await setUp(t, { maxInFlight: 1 });
  fake.answer = (command) => (command.includes('slow') ? '' : undefined);
  await up();
  const slow = connection.api('slow', { timeoutMs: 60_000 });
  await until(() => sent(fake, 'slow').length === 1, 'the slow command arrives');
  const queued = connection.bgapi('originate late', { jobUuid: 'j', timeoutMs: 50 });
  clock.advance(51);
  t.is(await codeOf(queued), 'timeout');
  fake.peers[0]?.send(apiResponse('at last'));
  t.is(await slow, 'at last');
  t.is(await connection.api('next'), '+OK\n');
  t.is(sent(fake, 'originate').length, 0);
});

test('a written command that times out keeps its place: its late answer goes to nobody', async (t) => {
  const { fake, clock, connection, up } = await setUp(t);
  fake.answer = (command) => (command.includes('echo') ? '' : undefined);
  await up();
  const first = connection.api('echo 1', { timeoutMs: 50 });
  const second = connection.api('echo 2', { timeoutMs: 60_000 });
  await until(() => sent(fake, 'echo').length === 2, 'both arrive');
  clock.advance(51);
  t.is(await codeOf(first), 'outcome-unknown');
  fake.peers[0]?.send(apiResponse('1') + apiResponse('2'));
  t.is(await second, '2');
  t.is(connection.counters().lateAnswers, 1);
});

test('CR, LF and NUL are refused everywhere, and nothing of it reaches the switch', async (t) => {
  const { fake, connection, up } = await setUp(t);
  await up();
  const evil = ['x\n\napi system rm', 'x\r', 'x\0', 'x\nconsole_execute: true'];
  for (const text of evil) {
    const calls = [
      connection.api(`status ${text}`),
      connection.sendmsg(text, { app: 'playback' }),
      connection.sendmsg('u', { app: text }),
      connection.sendmsg('u', { app: 'set', arg: text }),
      connection.sendmsg('u', { app: 'set', eventUuid: text }),
      connection.bgapi(`status ${text}`, { jobUuid: 'j' }),
      connection.bgapi('status', { jobUuid: text }),
      connection.batch([
        { kind: 'api', command: 'uuid_exists a' },
        { kind: 'api', command: text },
      ]),
    ];
    for (const code of await Promise.all(calls.map(codeOf))) t.is(code, 'invalid-argument');
  }
  await connection.api('status');
  t.deepEqual(fake.received, ['api status\n\n']);
});

test('a batch leaves in one write and resolves with its answers in order', async (t) => {
  const { fake, connection, up } = await setUp(t);
  await up();
  const [peer] = fake.peers;
  const chunks: string[] = [];
  peer?.socket.on('data', (chunk) => chunks.push(chunk.toString()));
  const replies = await connection.batch([
    { kind: 'api', command: 'uuid_setvar u-1 a b' },
    { kind: 'sendmsg', uuid: 'u-1', app: 'playback', arg: '안내.wav', eventLock: true, eventUuid: 'v1' },
  ]);
  t.deepEqual(replies, ['+OK\n', '+OK']);
  t.deepEqual(chunks, [fake.received.join('')]);
});

test('a batch that is cut off names the answers that did arrive', async (t) => {
  const { fake, connection, up } = await setUp(t);
  fake.answer = (command, peer) => {
    if (command.includes('second')) peer.socket.end();
    return command.includes('second') ? '' : undefined;
  };
  await up();
  const batch = connection.batch([
    { kind: 'api', command: 'first' },
    { kind: 'api', command: 'second' },
  ]);
  const error = await t.throwsAsync<EslError>(batch);
  t.is(error.code, 'outcome-unknown');
  t.deepEqual(error.replies, ['+OK\n']);
});

test('a refused password is a configuration error with slow retries only', async (t) => {
  const { fake, clock, states, connection, up } = await setUp(t, { password: 'wrong' });
  await until(() => connection.state() === 'refused', 'refused');
  t.is(await codeOf(connection.api('status')), 'refused');
  clock.advance(29_999);
  t.is(fake.peers.length, 1);
  fake.password = 'wrong';
  clock.advance(1);
  await up();
  t.deepEqual(states, ['refused', 'connecting', 'up']);
});

test('a rude rejection is a configuration error with slow retries only', async (t) => {
  const { fake, clock, connection } = await setUp(t);
  connection.close();
  fake.greeting = 'rude';
  const other = createCommandConnection({ host: '127.0.0.1', port: fake.port, password: PASSWORD, clock });
  t.teardown(other.close);
  await until(() => other.state() === 'refused', 'refused');
  const before = fake.peers.length;
  clock.advance(29_000);
  t.is(fake.peers.length, before);
  t.is(await codeOf(other.api('status')), 'refused');
});

test('a disconnect notice fails what is pending at once and leads to a new connection', async (t) => {
  const { fake, clock, connection, up } = await setUp(t);
  fake.answer = (command) => (command.includes('slow') ? DISCONNECT_NOTICE : undefined);
  await up();
  t.is(await codeOf(connection.api('slow')), 'outcome-unknown');
  clock.advance(100);
  await up();
  t.is(await connection.api('status'), '+OK\n');
});

test('an answer that nobody asked for ends the connection', async (t) => {
  const { fake, clock, connection, up } = await setUp(t);
  await up();
  fake.peers[0]?.send(apiResponse('surprise'));
  await until(() => connection.state() === 'down', 'down');
  clock.advance(100);
  await up();
  t.is(await connection.api('status'), '+OK\n');
});

test('a half-open command connection is found and replaced', async (t) => {
  const { fake, clock, connection, up } = await setUp(t);
  fake.answer = () => '';
  await up();
  const pending = connection.api('status', { timeoutMs: 600_000 });
  await until(() => fake.received.length === 1, 'the command arrives');
  clock.advance(31_000);
  t.is(await codeOf(pending), 'outcome-unknown');
  t.not(connection.state(), 'up');
  fake.answer = () => undefined;
  clock.advance(100);
  await up();
  t.is(await connection.api('status'), '+OK\n');
});

test('a command without an answer raises doubt: silence for 2 s more, and the connection is replaced', async (t) => {
  const { fake, clock, connection, up } = await setUp(t);
  fake.answer = () => '';
  await up();
  const pending = connection.api('status', { timeoutMs: 900 });
  await until(() => fake.received.length === 1, 'the command arrives');
  clock.advance(900);
  t.is(await codeOf(pending), 'outcome-unknown');
  t.is(connection.state(), 'up');
  clock.advance(2_100);
  t.not(connection.state(), 'up');
  fake.answer = () => undefined;
  clock.advance(100);
  await up();
  t.is(await connection.api('status'), '+OK\n');
});

test('a switch that is slow, not gone, keeps its connection', async (t) => {
  const { fake, clock, connection, states, up } = await setUp(t);
  fake.answer = () => '';
  await up();
  const pending = connection.api('status', { timeoutMs: 900 });
  await until(() => fake.received.length === 1, 'the command arrives');
  clock.advance(900);
  t.is(await codeOf(pending), 'outcome-unknown');
  await until(() => fake.received.length === 2, 'a sign of life is asked for');
  clock.advance(100);
  fake.peers[0]?.send(apiResponse('+OK late\n'));
  await until(() => connection.counters().lateAnswers === 1, 'the late answer is there');
  clock.advance(2_100);
  t.is(connection.state(), 'up');
  t.deepEqual(states, ['up']);
});

test('a switch that accepts and says nothing is given up and tried again', async (t) => {
  const { fake, clock, connection } = await setUp(t);
  connection.close();
  fake.greeting = 'mute';
  const states: string[] = [];
  const other = createCommandConnection({
    host: '127.0.0.1',
    port: fake.port,
    password: PASSWORD,
    clock,
    onStateChange: (state) => states.push(state),
  });
  t.teardown(other.close);
  const before = fake.peers.length;
  await until(() => fake.peers.length > before, 'the switch accepts');
  clock.advance(5_000);
  t.deepEqual(states, ['down']);
  fake.greeting = 'auth';
  clock.advance(100);
  await until(() => other.state() === 'up', 'up');
});

test('a job that the switch refuses resolves with the refusal', async (t) => {
  const { fake, jobs, connection, up } = await setUp(t);
  fake.answer = () => commandReply('-ERR permission denied');
  await up();
  t.is(await connection.bgapi('originate x', { jobUuid: 'j' }), '-ERR permission denied');
  t.is(jobs.size(), 0);
});

test('a job whose result does not come in time rejects as outcome unknown', async (t) => {
  const { fake, clock, jobs, connection, up } = await setUp(t);
  await up();
  const job = connection.bgapi('originate x', { jobUuid: 'j', timeoutMs: 1_000 });
  t.is(await codeOf(connection.bgapi('originate x', { jobUuid: 'j' })), 'invalid-argument');
  await until(() => connection.counters().answered === 1, 'accepted');
  clock.advance(1_001);
  t.is(await codeOf(job), 'outcome-unknown');
  t.false(jobs.complete('j', '+OK'));
  t.is(fake.received.length, 1);
});

test('closing fails everything, also what waits for a connection', async (t) => {
  const { fake, connection, up } = await setUp(t, { maxInFlight: 1 });
  fake.answer = () => '';
  await up();
  const written = connection.api('status');
  const waiting = connection.api('status', { waitForConnection: true });
  await until(() => fake.received.length === 1, 'one arrives');
  connection.close();
  t.deepEqual(await Promise.all([written, waiting].map(codeOf)), ['outcome-unknown', 'not-sent']);
  t.is(await codeOf(connection.api('status', { waitForConnection: true })), 'not-sent');
});
