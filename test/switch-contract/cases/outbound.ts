import { header } from '../../../freeswitch/simulator/testing/frames.ts';
import type { RawEslClient } from '../support/raw-esl-client.ts';
import type { ContractCase, SwitchUnderTest } from '../support/switch-under-test.ts';
import { answeredCall } from './inbound.ts';

let legs = 0;

async function dial(
  client: RawEslClient,
  endpoint: string,
  variables = '',
): Promise<{ uuid: string; result: string }> {
  legs += 1;
  const id = String(legs).padStart(12, '0');
  const uuid = `aaaaaaaa-0000-4000-8000-${id}`;
  const job = `bbbbbbbb-0000-4000-8000-${id}`;
  const vars = `origination_uuid=${uuid},origination_caller_id_number=07012345678,ignore_early_media=true${variables}`;
  await client.send(`bgapi originate {${vars}}${endpoint} &park()\nJob-UUID: ${job}\n\n`);
  const event = await client.event((e) => e['Job-UUID'] === job);
  return { uuid, result: header(event, '_body') };
}

async function bridgedPair(
  sut: SwitchUnderTest,
): Promise<{ client: RawEslClient; caller: string; agent: string }> {
  const { client, call } = await answeredCall(sut);
  await client.send(`api uuid_setvar ${call.uuid} park_after_bridge true`);
  const { uuid: agent } = await dial(client, sut.farEnd('answers'), ',park_after_bridge=true');
  await client.eventOf(agent, 'CHANNEL_PARK');
  await client.send(`api uuid_bridge ${call.uuid} ${agent}`);
  await client.eventOf(call.uuid, 'CHANNEL_BRIDGE');
  return { client, caller: call.uuid, agent };
}

/** The second CHANNEL_PARK of a channel: it has come back from a bridge. */
function parkedAgain(client: RawEslClient, uuid: string): Promise<unknown> {
  let seen = 0;
  return client.event((e) => {
    if (header(e, 'Unique-ID') === uuid && header(e, 'Event-Name') === 'CHANNEL_PARK') seen += 1;
    return seen === 2;
  });
}

/** Calls that the switch places, and bridges. */
export const outboundCases: readonly ContractCase[] = [
  {
    rule: 'an answered leg is reported with +OK and its uuid, then parks',
    run: async (expect, sut) => {
      const client = await sut.connect();
      const { uuid, result } = await dial(client, sut.farEnd('answers'));
      expect.equal(result, `+OK ${uuid}\n`);
      await client.eventOf(uuid, 'CHANNEL_PARK');
      const second = `bgapi originate {origination_uuid=${uuid}}${sut.farEnd('answers')} &park()`;
      await client.send(`${second}\nJob-UUID: duplicate-1\n\n`);
      const again = await client.event((e) => e['Job-UUID'] === 'duplicate-1');
      expect.equal(header(again, '_body'), '-ERR DESTINATION_OUT_OF_ORDER\n');
      await client.send(`api uuid_kill ${uuid}`);
      await client.eventOf(uuid, 'CHANNEL_DESTROY');
      client.close();
    },
  },
  {
    rule: 'a far end that refuses is reported by its cause: 486 USER_BUSY, 603 CALL_REJECTED',
    run: async (expect, sut) => {
      const client = await sut.connect();
      expect.equal((await dial(client, sut.farEnd('busy'))).result, '-ERR USER_BUSY\n');
      expect.equal((await dial(client, sut.farEnd('declines'))).result, '-ERR CALL_REJECTED\n');
      client.close();
    },
  },
  {
    rule: 'nobody answers: NO_ANSWER after the time-out; an unknown gateway: INVALID_GATEWAY',
    run: async (expect, sut) => {
      const client = await sut.connect();
      expect.equal(
        (await dial(client, sut.farEnd('rings'), ',originate_timeout=2')).result,
        '-ERR NO_ANSWER\n',
      );
      expect.equal((await dial(client, 'sofia/gateway/nowhere/0212345678')).result, '-ERR INVALID_GATEWAY\n');
      client.close();
    },
  },
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
];
