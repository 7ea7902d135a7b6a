import { type EventHeaders, header } from '../../../freeswitch/simulator/testing/frames.ts';
import type { RawEslClient } from '../support/raw-esl-client.ts';
import type { ContractCase, SwitchUnderTest } from '../support/switch-under-test.ts';

let legs = 0;

type Asked = { uuid: string; job: Promise<string>; names(): readonly string[] };

/** Dials a far end that has to press 1, and waits until it has picked up and hears the announcement. */
async function ask(
  client: RawEslClient,
  sut: SwitchUnderTest,
  options: string,
  file: string,
): Promise<Asked> {
  legs += 1;
  const id = String(legs).padStart(12, '0');
  const uuid = `cccccccc-0000-4000-8000-${id}`;
  const job = `dddddddd-0000-4000-8000-${id}`;
  const variables = [
    `origination_uuid=${uuid},origination_caller_id_number=07012345678,ignore_early_media=true`,
    `cw_dial=3,cw_route=leg,group_confirm_key=1,group_confirm_file=${file},${options}`,
  ].join(',');
  await client.send(`bgapi originate {${variables}}${sut.farEnd('answers')} &park()\nJob-UUID: ${job}\n\n`);
  await client.eventOf(uuid, 'PLAYBACK_START');
  const result = client.event((event) => event['Job-UUID'] === job);
  return { uuid, job: result.then((event) => header(event, '_body')), names: () => client.namesOf(uuid) };
}

const press = (client: RawEslClient, uuid: string, key: string): Promise<string> =>
  client.send(`api uuid_recv_dtmf ${uuid} ${key}`);

const TIMES = 'originate_timeout=20,leg_timeout=8,group_confirm_timeout=3,group_confirm_read_timeout=1000';
const PICKED_UP = ['CHANNEL_CREATE', 'CHANNEL_ORIGINATE', 'CHANNEL_PROGRESS', 'CHANNEL_ANSWER'];
const heardOf = (event: EventHeaders): string => header(event, 'variable_group_confirm_file');

/** Legs that count as answered only once a key was pressed (`group_confirm_key`). */
export const acceptanceCases: readonly ContractCase[] = [
  {
    rule: 'a leg with a key to press is parked once it was pressed, and the key is taken off it',
    run: async (expect, sut) => {
      const client = await sut.connect();
      const asked = await ask(client, sut, TIMES, `${sut.promptsDir}/ko/system/apology.wav`);
      expect.equal(asked.names(), [...PICKED_UP, 'PLAYBACK_START']);
      await press(client, asked.uuid, '1');
      expect.equal(await asked.job, `+OK ${asked.uuid}\n`);
      const parked = await client.eventOf(asked.uuid, 'CHANNEL_PARK');
      expect.equal(header(parked, 'variable_group_dial_status'), 'winner');
      expect.equal(parked['variable_group_confirm_key'], undefined);
      expect.equal(asked.names().slice(PICKED_UP.length), [
        ...['PLAYBACK_START', 'DTMF', 'PLAYBACK_STOP', 'CHANNEL_EXECUTE', 'CHANNEL_PARK'],
      ]);
      await client.send(`api uuid_kill ${asked.uuid}`);
      client.close();
    },
  },
  {
    rule: 'any other key reads the announcement again; without the key the leg ends by ALLOTTED_TIMEOUT',
    run: async (expect, sut) => {
      const client = await sut.connect();
      const asked = await ask(client, sut, TIMES, 'silence_stream://1500');
      await press(client, asked.uuid, '5');
      expect.equal(await asked.job, '-ERR ALLOTTED_TIMEOUT\n');
      const over = await client.eventOf(asked.uuid, 'CHANNEL_HANGUP_COMPLETE');
      expect.equal(header(over, 'Hangup-Cause'), 'ALLOTTED_TIMEOUT');
      expect.equal(header(over, 'variable_group_confirm_key'), '1');
      expect.ok(Number(header(over, 'Caller-Channel-Answered-Time')) > 0);
      const started = asked.names().filter((name) => name === 'PLAYBACK_START');
      expect.ok(started.length >= 2, `the announcement was read ${started.length} times`);
      client.close();
    },
  },
  {
    rule: 'whoever hangs up instead of pressing ends the leg as NORMAL_CLEARING, with the key still on it',
    run: async (expect, sut) => {
      const client = await sut.connect();
      const asked = await ask(client, sut, TIMES, 'silence_stream://8000');
      await sut.farEndHangsUp(asked.uuid);
      expect.equal(await asked.job, '-ERR NORMAL_CLEARING\n');
      const over = await client.eventOf(asked.uuid, 'CHANNEL_HANGUP_COMPLETE');
      expect.equal(header(over, 'variable_sip_hangup_disposition'), 'recv_bye');
      expect.equal(header(over, 'variable_group_confirm_key'), '1');
      expect.ok(!asked.names().includes('CHANNEL_PARK'));
      client.close();
    },
  },
  {
    rule: 'commas of a tone come through in the announcement when they are escaped',
    run: async (expect, sut) => {
      const client = await sut.connect();
      const file = `file_string://${sut.promptsDir}/ko/system/apology.wav!tone_stream://%(200\\,50\\,1000);loops=2`;
      const asked = await ask(client, sut, TIMES, file);
      const answered = await client.eventOf(asked.uuid, 'CHANNEL_ANSWER');
      expect.equal(heardOf(answered), file.replaceAll('\\', ''));
      await client.send(`api uuid_kill ${asked.uuid} ORIGINATOR_CANCEL`);
      expect.equal(await asked.job, '-ERR ORIGINATOR_CANCEL\n');
      client.close();
    },
  },
  {
    rule: 'leg_timeout ends ringing by ALLOTTED_TIMEOUT, before originate_timeout does',
    run: async (expect, sut) => {
      const client = await sut.connect();
      const variables = 'originate_timeout=20,leg_timeout=2,ignore_early_media=true,group_confirm_key=1';
      await client.send(
        `bgapi originate {${variables}}${sut.farEnd('rings')} &park()\nJob-UUID: ringing-out\n\n`,
      );
      const job = await client.event((event) => event['Job-UUID'] === 'ringing-out');
      expect.equal(header(job, '_body'), '-ERR ALLOTTED_TIMEOUT\n');
      client.close();
    },
  },
];
