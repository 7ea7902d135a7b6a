import test, { type ExecutionContext } from 'ava';
import { createLink, type LinkState } from './link.ts';
import { type FakeSwitch, PASSWORD, startFakeSwitch } from './testing/fake-switch.ts';
import { commandReply, DISCONNECT_NOTICE } from './testing/switch-frames.ts';
import { until } from './testing/until.ts';
import { createVirtualClock } from './testing/virtual-clock.ts';

async function setUp(t: ExecutionContext) {
  const fake = await startFakeSwitch();
  const clock = createVirtualClock();
  const states: LinkState[] = [];
  const logged: unknown[] = [];
  const link = createLink({
    host: '127.0.0.1',
    port: fake.port,
    password: PASSWORD,
    clock,
    random: () => 1,
    log: (...entry) => logged.push(entry),
    onFrame: () => {},
    onBytes: () => {},
    onState: (state) => states.push(state),
  });
  t.teardown(async () => {
    link.close();
    await fake.close();
  });
  const up = (): Promise<void> => until(() => link.state() === 'up', 'up');
  const cut = async (peers: FakeSwitch['peers']): Promise<void> => {
    peers.at(-1)?.socket.destroy();
    await until(() => link.state() === 'down', 'down');
  };
  return { fake, clock, states, logged, link, up, cut };
}

test('a switch that takes us in and throws us out at once is met with growing pauses', async (t) => {
  const { fake, clock, link, up, cut } = await setUp(t);
  for (const pauseMs of [100, 200, 400]) {
    await up();
    await cut(fake.peers);
    clock.advance(pauseMs - 1);
    t.is(link.state(), 'down');
    clock.advance(1);
    t.is(link.state(), 'connecting');
  }
  await up();
  clock.advance(5_000);
  await cut(fake.peers);
  clock.advance(100);
  t.is(link.state(), 'connecting');
});

test('what follows a disconnect notice in the same chunk counts for nothing', async (t) => {
  const { fake, states, link, up } = await setUp(t);
  await up();
  fake.peers[0]?.send(DISCONNECT_NOTICE + commandReply('+OK accepted'));
  await until(() => link.state() !== 'up', 'down');
  t.deepEqual(states, ['up', 'down']);
});

test('a switch that ends its side is given up at once', async (t) => {
  const { fake, link, up } = await setUp(t);
  await up();
  fake.peers[0]?.socket.end();
  await until(() => link.state() === 'down', 'down');
  t.is(link.reconnects(), 0);
});

test('a frame over the limits ends the connection, with a reason', async (t) => {
  const { fake, link, logged, up } = await setUp(t);
  await up();
  fake.peers[0]?.send('Content-Length: 99999999999\n\n');
  await until(() => link.state() === 'down', 'down');
  t.true(JSON.stringify(logged).includes('over the limit'));
});

test('a password that holds a line end is refused before anything is opened', (t) => {
  const options = { host: '127.0.0.1', port: 1, onFrame: () => {}, onBytes: () => {}, onState: () => {} };
  t.throws(() => createLink({ ...options, password: 'x\n\napi status' }), { message: /password/ });
});

test('the password is never logged', async (t) => {
  const { fake, clock, logged, up, cut } = await setUp(t);
  await up();
  fake.password = 'another';
  await cut(fake.peers);
  clock.advance(100);
  await until(() => JSON.stringify(logged).includes('refused'), 'refused');
  t.false(JSON.stringify(logged).includes(PASSWORD));
});
