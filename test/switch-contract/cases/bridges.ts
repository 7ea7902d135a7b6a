import { header } from '../../../freeswitch/simulator/testing/frames.ts';
import type { RawEslClient } from '../support/raw-esl-client.ts';
import type { ContractCase, OutsideCall, SwitchUnderTest } from '../support/switch-under-test.ts';
import { answeredCall } from './inbound.ts';
import { dial } from './outbound.ts';

type Pair = {
  readonly client: RawEslClient;
  readonly call: OutsideCall;
  readonly caller: string;
  readonly agent: string;
};

async function bridgedPair(
  sut: SwitchUnderTest,
  before: (client: RawEslClient, uuid: string) => Promise<unknown> = async () => {},
): Promise<Pair> {
  const { client, call } = await answeredCall(sut);
  await before(client, call.uuid);
  await client.send(`api uuid_setvar_multi ${call.uuid} park_after_bridge=true;hangup_after_bridge=false`);
  const { uuid: agent } = await dial(client, sut.farEnd('answers'), ',park_after_bridge=true');
  await client.eventOf(agent, 'CHANNEL_PARK');
  await client.send(`api uuid_bridge ${call.uuid} ${agent}`);
  await client.eventOf(call.uuid, 'CHANNEL_BRIDGE');
  return { client, call, caller: call.uuid, agent };
}

/** The second CHANNEL_PARK of a channel: it has come back from a bridge. */
function parkedAgain(client: RawEslClient, uuid: string): Promise<unknown> {
  let seen = 0;
  return client.event((e) => {
    if (header(e, 'Unique-ID') === uuid && header(e, 'Event-Name') === 'CHANNEL_PARK') seen += 1;
    return seen === 2;
  });
}

async function end({ client, caller, agent }: Pair): Promise<void> {
  for (const uuid of [caller, agent]) await client.send(`api uuid_kill ${uuid}`);
  client.close();
}

/** Two legs together, and apart again. */
export const bridgeCases: readonly ContractCase[] = [
  {
    rule: 'uuid_transfer -both park inline takes a bridge apart and keeps both legs',
    run: async (expect, sut) => {
      const { client, caller, agent } = await bridgedPair(sut);
      expect.equal(await client.send(`api uuid_transfer ${agent} -both park inline`), '+OK\n');
      await client.eventOf(caller, 'CHANNEL_UNBRIDGE');
      await parkedAgain(client, caller);
      await parkedAgain(client, agent);
      expect.equal(await client.send(`api uuid_exists ${agent}`), 'true');
      for (const uuid of [caller, agent]) await client.send(`api uuid_kill ${uuid}`);
      client.close();
    },
  },
  {
    rule: 'when the agent hangs up, a caller with park_after_bridge is parked again and can be spoken to',
    run: async (expect, sut) => {
      const { client, caller, agent } = await bridgedPair(sut);
      await client.send(`api uuid_kill ${agent}`);
      await parkedAgain(client, caller);
      await client.execute(caller, 'playback', { data: 'silence_stream://40', id: 'after-1' });
      const done = await client.eventOf(caller, 'CHANNEL_EXECUTE_COMPLETE', 'after-1');
      expect.equal(header(done, 'Application-Response'), 'FILE PLAYED');
      await client.send(`api uuid_kill ${caller}`);
      client.close();
    },
  },
  {
    rule: 'in a bridge the dump of a leg names the other one, and CHANNEL_BRIDGE belongs to the caller alone',
    run: async (expect, sut) => {
      const pair = await bridgedPair(sut);
      const { client, caller, agent } = pair;
      const dump = JSON.parse(await client.send(`api uuid_dump ${caller} json`));
      expect.equal(dump['Other-Leg-Unique-ID'], agent);
      expect.equal(client.namesOf(caller).filter((name) => name === 'CHANNEL_BRIDGE').length, 1);
      expect.ok(!client.namesOf(agent).includes('CHANNEL_BRIDGE'));
      await end(pair);
    },
  },
  {
    rule: 'the agent’s phone hangs up: CHANNEL_UNBRIDGE, then the caller is parked; the other leg is gone from the dump',
    run: async (expect, sut) => {
      const pair = await bridgedPair(sut);
      const { client, caller, agent } = pair;
      await sut.farEndHangsUp(agent);
      await parkedAgain(client, caller);
      const names = client.namesOf(caller);
      expect.ok(names.lastIndexOf('CHANNEL_UNBRIDGE') < names.lastIndexOf('CHANNEL_PARK'));
      const over = await client.eventOf(agent, 'CHANNEL_HANGUP_COMPLETE');
      expect.equal(header(over, 'Hangup-Cause'), 'NORMAL_CLEARING');
      await end(pair);
    },
  },
  {
    rule: 'the caller hangs up in a bridge: a leg with park_after_bridge is parked, not hung up with him',
    run: async (expect, sut) => {
      const pair = await bridgedPair(sut);
      const { client, call, caller, agent } = pair;
      await call.hangUp();
      await client.eventOf(caller, 'CHANNEL_HANGUP_COMPLETE');
      await parkedAgain(client, agent);
      expect.equal(await client.send(`api uuid_exists ${agent}`), 'true');
      await end(pair);
    },
  },
  {
    rule: 'a bridge takes the caller out of his music: it completes as PLAYBACK ERROR and does not come back',
    run: async (expect, sut) => {
      const pair = await bridgedPair(sut, async (client, uuid) => {
        const music = { data: 'silence_stream://-1', id: 'music', loops: -1 };
        await client.execute(uuid, 'playback', music);
        await client.eventOf(uuid, 'PLAYBACK_START');
      });
      const { client, caller, agent } = pair;
      const done = await client.eventOf(caller, 'CHANNEL_EXECUTE_COMPLETE', 'music');
      expect.equal(header(done, 'Application-Response'), 'PLAYBACK ERROR');
      await client.send(`api uuid_transfer ${agent} -both park inline`);
      await parkedAgain(client, caller);
      expect.equal(client.namesOf(caller).filter((name) => name === 'PLAYBACK_START').length, 1);
      await end(pair);
    },
  },
  {
    rule: 'what is sent to a bridged leg plays at once, over the conversation, which goes on after it',
    run: async (expect, sut) => {
      const pair = await bridgedPair(sut);
      const { client, caller, agent } = pair;
      for (const [uuid, id] of [
        [caller, 'over-1'],
        [agent, 'over-2'],
      ] as const) {
        await client.execute(uuid, 'playback', { data: 'silence_stream://100', id, lock: true });
        const done = await client.eventOf(uuid, 'CHANNEL_EXECUTE_COMPLETE', id);
        expect.equal(header(done, 'Application-Response'), 'FILE PLAYED');
      }
      expect.ok(!client.namesOf(caller).includes('CHANNEL_UNBRIDGE'));
      await end(pair);
    },
  },
];
