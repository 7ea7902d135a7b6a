import { header } from '../../../freeswitch/simulator/testing/frames.ts';
import type { RawEslClient } from '../support/raw-esl-client.ts';
import type { ContractCase, OutsideCall, SwitchUnderTest } from '../support/switch-under-test.ts';

/** A call that is parked and answered, with a connection that has seen it all. */
export async function answeredCall(
  sut: SwitchUnderTest,
): Promise<{ client: RawEslClient; call: OutsideCall }> {
  const client = await sut.connect();
  const call = await sut.placeCall();
  await client.eventOf(call.uuid, 'CHANNEL_PARK');
  await client.execute(call.uuid, 'answer', { id: 'answer-1' });
  await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'answer-1');
  return { client, call };
}

/** Names of the call's events after its first CHANNEL_PARK. */
export function sinceParked(client: RawEslClient, { uuid }: OutsideCall): readonly string[] {
  const names = client.namesOf(uuid);
  return names.slice(names.indexOf('CHANNEL_PARK') + 1);
}

/** Hangs up and closes. */
export async function finish(client: RawEslClient, call: OutsideCall): Promise<void> {
  await call.hangUp();
  await client.eventOf(call.uuid, 'CHANNEL_DESTROY');
  client.close();
}

/** Calls that come in, and how they end. */
export const inboundCases: readonly ContractCase[] = [
  {
    rule: 'an inbound call is created, set up by our dialplan, rings, is armed and parked, and waits',
    run: async (expect, sut) => {
      const client = await sut.connect();
      const call = await sut.placeCall();
      const parked = await client.eventOf(call.uuid, 'CHANNEL_PARK');
      const set = ['CHANNEL_EXECUTE', 'CHANNEL_EXECUTE_COMPLETE'];
      expect.equal(client.namesOf(call.uuid), [
        'CHANNEL_CREATE',
        ...[...set, ...set, ...set, ...set, ...set],
        // ring_ready is a CHANNEL_PROGRESS between its two events; then sched_transfer.
        ...['CHANNEL_EXECUTE', 'CHANNEL_PROGRESS', 'CHANNEL_EXECUTE_COMPLETE'],
        ...set,
        'CHANNEL_EXECUTE',
        'CHANNEL_PARK',
      ]);
      expect.equal(header(parked, 'variable_cw_route'), 'inbound');
      expect.equal(await client.send(`api uuid_exists ${call.uuid}`), 'true');
      await finish(client, call);
    },
  },
  {
    rule: 'answer: CHANNEL_ANSWER, then the completion with the Event-UUID as Application-UUID',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      expect.equal(sinceParked(client, call), [
        'CHANNEL_EXECUTE',
        'CHANNEL_ANSWER',
        'CHANNEL_EXECUTE_COMPLETE',
      ]);
      await finish(client, call);
    },
  },
  {
    rule: 'a prompt before the answer: early media comes first, then the application',
    run: async (expect, sut) => {
      const client = await sut.connect();
      const call = await sut.placeCall();
      await client.eventOf(call.uuid, 'CHANNEL_PARK');
      await client.execute(call.uuid, 'playback', { data: 'silence_stream://40', id: 'early-1' });
      const done = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'early-1');
      expect.equal(header(done, 'Answer-State'), 'early');
      expect.equal(sinceParked(client, call), [
        'CHANNEL_PROGRESS_MEDIA',
        'CHANNEL_EXECUTE',
        'PLAYBACK_START',
        'PLAYBACK_STOP',
        'CHANNEL_EXECUTE_COMPLETE',
      ]);
      await finish(client, call);
    },
  },
  {
    rule: 'pre_answer opens early media; the answer after it says CHANNEL_ANSWER only',
    run: async (expect, sut) => {
      const client = await sut.connect();
      const call = await sut.placeCall();
      await client.eventOf(call.uuid, 'CHANNEL_PARK');
      await client.execute(call.uuid, 'pre_answer', { id: 'pre-1' });
      await client.execute(call.uuid, 'answer', { id: 'answer-1' });
      await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'answer-1');
      expect.equal(sinceParked(client, call), [
        ...['CHANNEL_EXECUTE', 'CHANNEL_PROGRESS_MEDIA', 'CHANNEL_EXECUTE_COMPLETE'],
        ...['CHANNEL_EXECUTE', 'CHANNEL_ANSWER', 'CHANNEL_EXECUTE_COMPLETE'],
      ]);
      await finish(client, call);
    },
  },
  {
    rule: 'a caller who gives up before the answer is ORIGINATOR_CANCEL by CANCEL, one who hangs up NORMAL_CLEARING by BYE',
    run: async (expect, sut) => {
      const client = await sut.connect();
      const quick = await sut.placeCall();
      await client.eventOf(quick.uuid, 'CHANNEL_PARK');
      await quick.hangUp();
      const cancelled = await client.eventOf(quick.uuid, 'CHANNEL_HANGUP_COMPLETE');
      expect.equal(header(cancelled, 'Hangup-Cause'), 'ORIGINATOR_CANCEL');
      expect.equal(header(cancelled, 'variable_sip_hangup_disposition'), 'recv_cancel');
      client.close();
      const { client: second, call } = await answeredCall(sut);
      await call.hangUp();
      const over = await second.eventOf(call.uuid, 'CHANNEL_HANGUP_COMPLETE');
      expect.equal(header(over, 'Hangup-Cause'), 'NORMAL_CLEARING');
      expect.equal(header(over, 'variable_sip_hangup_disposition'), 'recv_bye');
      second.close();
    },
  },
  {
    rule: 'hang-up during an application: CHANNEL_HANGUP, its completion, CHANNEL_HANGUP_COMPLETE, CHANNEL_DESTROY',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await client.execute(call.uuid, 'playback', { data: 'silence_stream://60000', id: 'long-1' });
      await client.eventOf(call.uuid, 'PLAYBACK_START');
      await call.hangUp();
      await client.eventOf(call.uuid, 'CHANNEL_DESTROY');
      const names = client.namesOf(call.uuid);
      expect.equal(names.slice(names.indexOf('CHANNEL_HANGUP')), [
        'CHANNEL_HANGUP',
        'PLAYBACK_STOP',
        'CHANNEL_EXECUTE_COMPLETE',
        'CHANNEL_UNPARK',
        'CHANNEL_EXECUTE_COMPLETE',
        'CHANNEL_HANGUP_COMPLETE',
        'CHANNEL_DESTROY',
      ]);
      const hangup = await client.eventOf(call.uuid, 'CHANNEL_HANGUP_COMPLETE');
      expect.equal(header(hangup, 'variable_hangup_cause'), 'NORMAL_CLEARING');
      client.close();
    },
  },
  {
    rule: 'uuid_kill ends a call with the cause that it was given',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      expect.equal(await client.send(`api uuid_kill ${call.uuid} USER_BUSY`), '+OK\n');
      const event = await client.eventOf(call.uuid, 'CHANNEL_HANGUP_COMPLETE');
      expect.equal(header(event, 'Hangup-Cause'), 'USER_BUSY');
      client.close();
    },
  },
  {
    rule: 'who ended a leg: send_refuse before the answer, send_bye after it',
    run: async (expect, sut) => {
      const client = await sut.connect();
      const early = await sut.placeCall();
      await client.eventOf(early.uuid, 'CHANNEL_PARK');
      await client.send(`api uuid_kill ${early.uuid} USER_BUSY`);
      const refused = await client.eventOf(early.uuid, 'CHANNEL_HANGUP_COMPLETE');
      expect.equal(header(refused, 'variable_sip_hangup_disposition'), 'send_refuse');
      client.close();
      const { client: second, call } = await answeredCall(sut);
      await second.execute(call.uuid, 'hangup', { data: 'NORMAL_TEMPORARY_FAILURE', lock: true });
      const over = await second.eventOf(call.uuid, 'CHANNEL_HANGUP_COMPLETE');
      expect.equal(header(over, 'variable_sip_hangup_disposition'), 'send_bye');
      expect.equal(header(over, 'Hangup-Cause'), 'NORMAL_TEMPORARY_FAILURE');
      second.close();
    },
  },
];
