import { header } from '../../../freeswitch/simulator/testing/frames.ts';
import type { RawEslClient } from '../support/raw-esl-client.ts';
import type { ContractCase } from '../support/switch-under-test.ts';

let legs = 0;

/** Dials a leg that parks; resolves with the result of the job. */
export async function dial(
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

/** Calls that the switch places. */
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
    rule: 'an extension whose phone is not registered: USER_NOT_REGISTERED, and no call reaches anybody',
    run: async (expect, sut) => {
      const client = await sut.connect();
      const { uuid, result } = await dial(client, 'sofia/internal/7999%callwright.local');
      expect.equal(result, '-ERR USER_NOT_REGISTERED\n');
      expect.equal(client.namesOf(uuid), ['CHANNEL_DESTROY']);
      expect.equal((await dial(client, 'sofia/nowhere/7999@127.0.0.1')).result, '-ERR INVALID_PROFILE\n');
      client.close();
    },
  },
  {
    rule: 'a leg carries its variables from its first event; ringing is CHANNEL_PROGRESS, answered is CHANNEL_PARK',
    run: async (expect, sut) => {
      const client = await sut.connect();
      const { uuid } = await dial(client, sut.farEnd('answers'), ',cw_dial=7,cw_route=leg');
      await client.eventOf(uuid, 'CHANNEL_PARK');
      expect.equal(client.namesOf(uuid), [
        'CHANNEL_CREATE',
        'CHANNEL_ORIGINATE',
        'CHANNEL_PROGRESS',
        'CHANNEL_ANSWER',
        'CHANNEL_EXECUTE',
        'CHANNEL_PARK',
      ]);
      const mine = client.events.filter(
        (e) => header(e, 'Unique-ID') === uuid && header(e, 'Event-Name') !== 'CHANNEL_STATE',
      );
      expect.ok(mine.every((e) => header(e, 'variable_cw_dial') === '7'));
      await sut.farEndHangsUp(uuid);
      const over = await client.eventOf(uuid, 'CHANNEL_HANGUP_COMPLETE');
      expect.equal(header(over, 'variable_sip_hangup_disposition'), 'recv_bye');
      client.close();
    },
  },
  {
    rule: 'uuid_kill ORIGINATOR_CANCEL takes a ringing leg back: the job and the hang-up say so',
    run: async (expect, sut) => {
      const client = await sut.connect();
      const dialled = dial(client, sut.farEnd('rings'), ',originate_timeout=20');
      const ringing = await client.event((e) => header(e, 'Event-Name') === 'CHANNEL_PROGRESS');
      const uuid = header(ringing, 'Unique-ID');
      expect.equal(await client.send(`api uuid_kill ${uuid} ORIGINATOR_CANCEL`), '+OK\n');
      expect.equal((await dialled).result, '-ERR ORIGINATOR_CANCEL\n');
      const over = await client.eventOf(uuid, 'CHANNEL_HANGUP_COMPLETE');
      expect.equal(header(over, 'variable_sip_hangup_disposition'), 'send_cancel');
      client.close();
    },
  },
];
