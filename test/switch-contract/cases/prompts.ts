import { header } from '../../../freeswitch/simulator/testing/frames.ts';
import type { ContractCase } from '../support/switch-under-test.ts';
import { answeredCall, finish } from './inbound.ts';

/** What the switch replaces by the variable `cw_word`. */
const reference = ['$', '{cw_word}'].join('');

/** Applications that play: order, nesting, interruption. */
export const promptCases: readonly ContractCase[] = [
  {
    rule: 'playbacks with event-lock run one after another',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      for (const id of ['l1', 'l2', 'l3']) {
        await client.execute(call.uuid, 'playback', { data: 'silence_stream://60', id, lock: true });
      }
      await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'l3');
      const order = client.events
        .filter((e) => /^l\d$/.test(header(e, 'Application-UUID')))
        .map(
          (e) =>
            `${header(e, 'Application-UUID')} ${header(e, 'Event-Name').slice('CHANNEL_EXECUTE_'.length)}`,
        );
      expect.equal(order, ['l1 ', 'l1 COMPLETE', 'l2 ', 'l2 COMPLETE', 'l3 ', 'l3 COMPLETE']);
      await finish(client, call);
    },
  },
  {
    rule: 'without event-lock the later playback interrupts the earlier one, which comes back',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await client.execute(call.uuid, 'playback', { data: 'silence_stream://2000', id: 'n1' });
      await client.eventOf(call.uuid, 'CHANNEL_EXECUTE', 'n1');
      await client.execute(call.uuid, 'playback', { data: 'silence_stream://60', id: 'n2' });
      await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'n1');
      const ends = client.events
        .filter((e) => header(e, 'Event-Name') === 'CHANNEL_EXECUTE_COMPLETE')
        .map((e) => header(e, 'Application-UUID'))
        .filter((id) => id.startsWith('n'));
      expect.equal(ends, ['n2', 'n1']);
      await finish(client, call);
    },
  },
  {
    rule: 'uuid_break ends a playback as FILE PLAYED with Playback-Status break',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await client.execute(call.uuid, 'playback', { data: 'silence_stream://60000', id: 'b1' });
      await client.eventOf(call.uuid, 'PLAYBACK_START');
      expect.equal(await client.send(`api uuid_break ${call.uuid}`), '+OK\n');
      const stop = await client.eventOf(call.uuid, 'PLAYBACK_STOP');
      expect.equal(header(stop, 'Playback-Status'), 'break');
      const done = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'b1');
      expect.equal(header(done, 'Application-Response'), 'FILE PLAYED');
      await finish(client, call);
    },
  },
  {
    rule: 'a missing file completes as FILE NOT FOUND without playback events',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await client.execute(call.uuid, 'playback', { data: '/no/such/file.wav', id: 'f1' });
      const done = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'f1');
      expect.equal(header(done, 'Application-Response'), 'FILE NOT FOUND');
      expect.ok(!client.namesOf(call.uuid).includes('PLAYBACK_START'));
      await finish(client, call);
    },
  },
  {
    rule: 'a dollar reference in an argument is expanded, unless app_disable_expand_variables is set; set expands by itself',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await client.send(`api uuid_setvar ${call.uuid} cw_word hello`);
      await client.execute(call.uuid, 'set', { data: `cw_a=${reference}`, id: 'e1' });
      await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'e1');
      expect.equal(await client.send(`api uuid_getvar ${call.uuid} cw_a`), 'hello');
      await client.send(`api uuid_setvar ${call.uuid} app_disable_expand_variables true`);
      await client.execute(call.uuid, 'playback', { data: `/no/${reference}.wav`, id: 'e2' });
      const event = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE', 'e2');
      expect.equal(header(event, 'Application-Data'), `/no/${reference}.wav`);
      await finish(client, call);
    },
  },
];
