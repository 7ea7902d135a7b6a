import { header } from '../../../freeswitch/simulator/testing/frames.ts';
import { until } from '../../support/until.ts';
import type { RawEslClient } from './raw-esl-client.ts';
import { type SipAddress, type Sipp, startSipp } from './sipp.ts';
import type { OutsideCall } from './switch-under-test.ts';

let calls = 0;

/** A number that no other call of this machine shows, so that its channel can be found by it. */
function uniqueNumber(): string {
  calls += 1;
  return `0707${String(process.pid % 1_000).padStart(3, '0')}${String(calls).padStart(4, '0')}`;
}

/** Tells SIPp what to do, by way of the switch; false when the call is over. */
export const tellPhone = async (client: RawEslClient, uuid: string, what: string): Promise<boolean> =>
  (await client.send(`api uuid_send_info ${uuid} text plain ${what}`)).startsWith('+OK');

/** A call, and the SIPp that is its caller. */
export type SippCall = OutsideCall & { readonly sipp: Sipp };

/**
 * Places one call with SIPp and waits until the switch has parked it. `client` must listen to CHANNEL_CREATE and
 * CHANNEL_PARK.
 */
export async function placeSippCall(client: RawEslClient, remote: SipAddress, to: string): Promise<SippCall> {
  const from = uniqueNumber();
  const sipp = await startSipp({ scenario: 'caller', remote, call: { from, to } });
  const created = await until(() => {
    if (sipp.child.hasExited()) throw new Error(`SIPp could not place the call:\n${sipp.words()}`);
    return client.events.find(
      (event) =>
        header(event, 'Event-Name') === 'CHANNEL_CREATE' && header(event, 'Caller-Caller-ID-Number') === from,
    );
  }, 'the call of SIPp reaches the switch');
  const uuid = header(created, 'Unique-ID');
  await client.eventOf(uuid, 'CHANNEL_PARK');
  return {
    uuid,
    sipp,
    press: async (keys) => {
      await client.send(`api uuid_recv_dtmf ${uuid} ${keys}`);
    },
    pressInSound: async (keys) => {
      await tellPhone(client, uuid, `press ${keys}`);
    },
    speak: async () => {
      await tellPhone(client, uuid, 'speak now');
    },
    hangUp: async () => {
      await tellPhone(client, uuid, 'hang up');
    },
  };
}
