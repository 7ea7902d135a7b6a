import { header } from '../../../freeswitch/simulator/testing/frames.ts';
import type { ContractCase } from '../support/switch-under-test.ts';
import { answeredCall, finish } from './inbound.ts';

/** The phone's answer to a re-INVITE has no event, and has to be there before the next request to the phone. */
const reInvited = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));

/** What happens to a call without anybody connected, and where calls are sent. */
export const scheduleCases: readonly ContractCase[] = [
  {
    rule: 'the dialplan arms the dead man: after 4 s without a verb the call is answered and hears the fallback',
    run: async (expect, sut) => {
      const client = await sut.connect();
      const call = await sut.placeCall({ armed: true });
      const parked = await client.eventOf(call.uuid, 'CHANNEL_PARK');
      const start = await client.eventOf(call.uuid, 'PLAYBACK_START');
      expect.ok(header(start, 'Playback-File-Path').endsWith('ko/system/fallback.wav'));
      expect.equal(header(start, 'Answer-State'), 'answered');
      const waited =
        Number(header(start, 'Event-Date-Timestamp')) - Number(header(parked, 'Event-Date-Timestamp'));
      expect.ok(waited > 2_900_000 && waited < 6_000_000, `${waited} µs`);
      expect.equal(await client.send(`api sched_del ${call.uuid}`), '+OK Deleted: 0\n');
      await finish(client, call);
    },
  },
  {
    rule: 'arming twice arms two; sched_del removes all of a channel; so renewing is deleting, then arming',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      const arm = `api sched_transfer +60 ${call.uuid} cw_fallback XML callwright`;
      expect.equal(await client.send(arm), '+OK\n');
      expect.equal(await client.send(arm), '+OK\n');
      expect.equal(await client.send(`api sched_del ${call.uuid}`), '+OK Deleted: 2\n');
      expect.equal(await client.send(`api sched_del ${call.uuid}`), '+OK Deleted: 0\n');
      await finish(client, call);
    },
  },
  {
    rule: 'a transfer to a context that is not there ends in NO_ROUTE_DESTINATION',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      expect.equal(await client.send(`api uuid_transfer ${call.uuid} 999 XML nowhere`), '+OK\n');
      const over = await client.eventOf(call.uuid, 'CHANNEL_HANGUP_COMPLETE');
      expect.equal(header(over, 'Hangup-Cause'), 'NO_ROUTE_DESTINATION');
      client.close();
    },
  },
  {
    rule: 'hold and unhold: CHANNEL_HOLD with HELD, CHANNEL_UNHOLD with UNHELD; what is so already fails',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      expect.equal(await client.send(`api uuid_hold ${call.uuid}`), '+OK Success\n');
      const held = await client.eventOf(call.uuid, 'CHANNEL_HOLD');
      expect.equal(header(held, 'Channel-Call-State'), 'HELD');
      expect.equal(await client.send(`api uuid_hold ${call.uuid}`), '-ERR Operation failed\n');
      await reInvited();
      expect.equal(await client.send(`api uuid_hold off ${call.uuid}`), '+OK Success\n');
      const unheld = await client.eventOf(call.uuid, 'CHANNEL_UNHOLD');
      expect.equal(header(unheld, 'Channel-Call-State'), 'UNHELD');
      await reInvited();
      await finish(client, call);
    },
  },
  {
    rule: 'a scheduled transfer fires with nobody connected, unless it was removed',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      expect.equal(await client.send(`api sched_hangup +1 ${call.uuid} ALLOTTED_TIMEOUT`), '+OK\n');
      expect.equal(await client.send(`api sched_del ${call.uuid}`), '+OK Deleted: 1\n');
      expect.equal(await client.send(`api sched_hangup +1 ${call.uuid} ALLOTTED_TIMEOUT`), '+OK\n');
      const event = await client.eventOf(call.uuid, 'CHANNEL_HANGUP');
      expect.equal(header(event, 'Hangup-Cause'), 'ALLOTTED_TIMEOUT');
      client.close();
    },
  },
];
