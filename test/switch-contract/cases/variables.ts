import { header } from '../../../freeswitch/simulator/testing/frames.ts';
import { until } from '../../support/until.ts';
import type { RawEslClient } from '../support/raw-esl-client.ts';
import type { ContractCase } from '../support/switch-under-test.ts';
import { answeredCall, finish } from './inbound.ts';

const gone = '00000000-0000-4000-8000-000000000000';
/** Sent with every verb: what applications set at their end is taken off, so that finding it says "over". */
const mark = (verb: number): string => `cw_verb=${verb};read_result;playback_ms;record_ms`;

async function dumpOf(client: RawEslClient, uuid: string): Promise<(name: string) => string | undefined> {
  const dump = JSON.parse(await client.send(`api uuid_dump ${uuid} json`));
  return (name) => dump[name];
}

/** Variables of a channel, and what can be read from it when an event was lost. */
export const variableCases: readonly ContractCase[] = [
  {
    rule: 'uuid_setvar_multi sets pairs and unsets bare names, in one command',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      const get = (name: string): Promise<string> => client.send(`api uuid_getvar ${call.uuid} ${name}`);
      expect.equal(await client.send(`api uuid_setvar_multi ${call.uuid} cw_a=one;cw_b=two`), '+OK\n');
      expect.equal(await get('cw_a'), 'one');
      expect.equal(await client.send(`api uuid_setvar_multi ${call.uuid} cw_a;cw_b=three;cw_never`), '+OK\n');
      expect.equal(await get('cw_a'), '_undef_');
      expect.equal(await get('cw_b'), 'three');
      await finish(client, call);
    },
  },
  {
    rule: 'uuid_setvar takes escapes out of its value; Korean, commas and percent stay',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      const back = async (written: string): Promise<string> => {
        await client.send(`api uuid_setvar ${call.uuid} cw_text ${written}`);
        return client.send(`api uuid_getvar ${call.uuid} cw_text`);
      };
      expect.equal(await back("it\\'s \\\\ here"), "it's \\ here");
      expect.equal(await back("'in quotes'"), 'in quotes');
      expect.equal(await back('홍 길동, 100%'), '홍 길동, 100%');
      await finish(client, call);
    },
  },
  {
    rule: 'the mark of a verb takes playback_ms and read_result off; its end brings them back, as uuid_dump shows',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await client.send(`api uuid_setvar_multi ${call.uuid} ${mark(1)}`);
      await client.execute(call.uuid, 'playback', { data: 'silence_stream://2000', id: 'v1', lock: true });
      await client.eventOf(call.uuid, 'PLAYBACK_START');
      let read = await dumpOf(client, call.uuid);
      expect.equal([read('variable_cw_verb'), read('variable_playback_ms')], ['1', undefined]);
      await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'v1');
      read = await dumpOf(client, call.uuid);
      expect.equal(read('variable_playback_ms'), '2000');

      await client.send(`api uuid_setvar_multi ${call.uuid} ${mark(2)}`);
      const data = '1 1 1 1000 # silence_stream://20 silence_stream://10 cw_d2 [0-9] 1000';
      await client.execute(call.uuid, 'play_and_get_digits', { data, id: 'v2', lock: true });
      await client.event(
        (e) => header(e, 'Application-UUID') === 'v2' && header(e, 'Event-Name') === 'CHANNEL_EXECUTE',
      );
      read = await dumpOf(client, call.uuid);
      expect.equal([read('variable_cw_verb'), read('variable_read_result')], ['2', undefined]);
      await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'v2');
      read = await dumpOf(client, call.uuid);
      expect.equal(read('variable_read_result'), 'failure');
      expect.equal(read('variable_current_application'), 'play_and_get_digits');
      await finish(client, call);
    },
  },
  {
    rule: 'whatever is asked of a channel that is gone, the answer begins with -ERR No such channel!',
    run: async (expect, sut) => {
      const client = await sut.connect();
      for (const command of [
        `uuid_getvar ${gone} cw_verb`,
        `uuid_setvar ${gone} cw_a 1`,
        `uuid_setvar_multi ${gone} cw_a=1`,
        `uuid_dump ${gone} json`,
        `uuid_break ${gone} all`,
        `uuid_kill ${gone} NORMAL_CLEARING`,
        `uuid_transfer ${gone} park inline`,
        `sched_transfer +60 ${gone} cw_fallback XML callwright`,
      ]) {
        const reply = await client.send(`api ${command}`);
        expect.equal(reply.split('\n')[0], '-ERR No such channel!', command);
      }
      const recording = await client.send(`api uuid_record ${gone} stop /x.wav`);
      expect.equal(recording, '-ERR Cannot locate session!\n');
      expect.equal(await client.send(`api uuid_bridge ${gone} ${gone}`), '-ERR Invalid uuid\n');
      expect.equal(await client.send(`api sched_del ${gone}`), '+OK Deleted: 0\n');
      client.close();
    },
  },
  {
    rule: 'show channels as json lists a call and what it does, though up to 0.2 s late',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      const row = await until(async () => {
        const listing = JSON.parse(await client.send('api show channels as json'));
        return listing.rows?.find(
          (one: Record<string, string>) => one.uuid === call.uuid && one.application === 'answer',
        );
      }, 'the call is listed as answered');
      expect.equal([row.direction, row.state, row.dest], ['inbound', 'CS_EXECUTE', '15880000']);
      expect.ok(Math.abs(Number(row.created_epoch) - Date.now() / 1000) < 60);
      await finish(client, call);
    },
  },
];
