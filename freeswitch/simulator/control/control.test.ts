import test from 'ava';
import { createDialplan } from '../core/dialplan.ts';
import { createSimulator } from '../simulator.ts';
import { connectControl } from './control-client.ts';
import { createControlServer } from './control-server.ts';

async function stage(t: { teardown: (run: () => unknown) => void }) {
  const fallbackPrompt = 'silence_stream://40';
  const sim = createSimulator({
    password: 'pw',
    dialplan: createDialplan({ deadManSeconds: 1, fallbackPrompt }),
  });
  await sim.start();
  const server = await createControlServer(sim, { port: 0 });
  const client = await connectControl({ port: server.port });
  t.teardown(async () => {
    client.close();
    await server.close();
    await sim.stop();
  });
  return { sim, client };
}

test('a call placed over the control interface tells what is heard and how it ends', async (t) => {
  const { client } = await stage(t);
  const placed = await client.placeCall('07012345678', '15880000');
  const heard = await client.waitFor(placed.uuid, (call) => call.heard.some((s) => s.source.includes('40')));
  t.is(heard.state, 'answered');
  const over = await client.waitFor(placed.uuid, (call) => call.state === 'ended');
  t.is(over.cause, 'NORMAL_TEMPORARY_FAILURE');
  t.is(over.endedBy, 'switch');
});

test('phones, channels and counters can be read and set', async (t) => {
  const { client, sim } = await stage(t);
  await client.setPhone('1001', { kind: 'busy' });
  const placed = await client.placeCall('07012345678', '15880000');
  t.is((await client.listChannels()).length, 1);
  await client.hangUp(placed.uuid);
  await client.waitFor(placed.uuid, (call) => call.state === 'ended');
  t.is((await client.stats()).sessions, 1);
  t.is(
    sim.phones.find({ number: '1001', address: undefined, byAccount: true, uuid: 'u', callerNumber: '' })
      ?.endpoint !== undefined,
    true,
  );
});

test('a request that does not fit its schema, or names no call, is refused in words', async (t) => {
  const { client } = await stage(t);
  await t.throwsAsync(client.placeCall('not a number!', '1'), { message: /from/ });
  await t.throwsAsync(client.press('nobody', '1'), { message: /no phone has a call/ });
});

test('after a crash the channels are gone, and the switch comes back with another Core-UUID', async (t) => {
  const { client, sim } = await stage(t);
  const before = await client.stats();
  const placed = await client.placeCall('07012345678', '15880000');
  const port = sim.ports().esl;
  await client.crash();
  t.is((await client.getCall(placed.uuid)).state, 'lost');
  await client.restart();
  const after = await client.stats();
  t.is(after.channels, 0);
  t.not(after.coreUuid, before.coreUuid);
  t.is(sim.ports().esl, port);
});

test('a phone that a person operates speaks, refuses and goes, all by message', async (t) => {
  const { client, sim } = await stage(t);
  await client.setPhone('1001', { kind: 'manual' });
  const target = { number: '1001', address: undefined, byAccount: true, uuid: 'leg', callerNumber: '' };
  t.truthy(sim.phones.find(target));
  await client.removePhone('1001');
  t.is(sim.phones.find(target), undefined);
  const placed = await client.placeCall('07012345678', '15880000');
  await client.say(placed.uuid, Buffer.alloc(3_200), 100);
  await t.throwsAsync(client.say('nobody', Buffer.alloc(2)), { message: /no phone has a call/ });
  // Its own call does not ring: nothing to refuse.
  await client.reject(placed.uuid);
  t.not((await client.getCall(placed.uuid)).state, 'ended');
  await client.hangUp(placed.uuid);
});
