import { header } from '../../../freeswitch/simulator/testing/frames.ts';
import type { RawEslClient } from '../support/raw-esl-client.ts';
import type { ContractCase } from '../support/switch-under-test.ts';
import { answeredCall, finish } from './inbound.ts';

const collect = (client: RawEslClient, uuid: string, id: string, data: string): Promise<string> =>
  client.execute(uuid, 'play_and_get_digits', { data, id, lock: true });

/** `play_and_get_digits` and the keys of the caller. */
export const digitCases: readonly ContractCase[] = [
  {
    rule: 'a key stops the prompt and is collected',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await collect(
        client,
        call.uuid,
        'd1',
        '1 1 1 5000 # silence_stream://60000 silence_stream://10 cw_d [0-9]',
      );
      await client.eventOf(call.uuid, 'PLAYBACK_START');
      await call.press('2');
      const done = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'd1');
      expect.equal(header(done, 'variable_cw_d'), '2');
      expect.equal(header(done, 'variable_read_result'), 'success');
      const stop = await client.eventOf(call.uuid, 'PLAYBACK_STOP');
      expect.equal(header(stop, 'Playback-Status'), 'break');
      await finish(client, call);
    },
  },
  {
    rule: 'no input: the invalid file is played and the result is failure',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await collect(
        client,
        call.uuid,
        'd2',
        '1 1 1 1000 # silence_stream://20 silence_stream://40 cw_d [0-9]',
      );
      const done = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'd2');
      expect.equal(header(done, 'variable_read_result'), 'failure');
      expect.equal(header(done, 'variable_cw_d'), '');
      const played = client.events
        .filter((e) => header(e, 'Event-Name') === 'PLAYBACK_START')
        .map((e) => header(e, 'Playback-File-Path'));
      expect.equal(played, ['silence_stream://20', 'silence_stream://40']);
      await finish(client, call);
    },
  },
  {
    rule: 'a terminator ends the input before its maximum; keys of before it are kept',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await collect(
        client,
        call.uuid,
        'd3',
        '1 8 1 5000 # silence_stream://20 silence_stream://10 cw_d \\d+ 3000',
      );
      await client.eventOf(call.uuid, 'PLAYBACK_STOP');
      await call.press('12#');
      const done = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'd3');
      expect.equal(header(done, 'variable_cw_d'), '12');
      await finish(client, call);
    },
  },
  {
    rule: 'with sensitive_dtmf the keys are collected without a DTMF event',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await client.send(`api uuid_setvar ${call.uuid} sensitive_dtmf true`);
      await collect(
        client,
        call.uuid,
        'd4',
        '4 4 1 5000 # silence_stream://20 silence_stream://10 cw_pin \\d+ 3000',
      );
      await client.eventOf(call.uuid, 'PLAYBACK_STOP');
      await call.press('4321');
      const done = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'd4');
      expect.equal(header(done, 'variable_cw_pin'), '4321');
      expect.ok(!client.namesOf(call.uuid).includes('DTMF'));
      await finish(client, call);
    },
  },
];
