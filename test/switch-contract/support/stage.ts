import type { PhoneBehaviour } from '../../../freeswitch/simulator/index.ts';
import { refusalCodes } from '../../../freeswitch/simulator/index.ts';
import { header } from '../../../freeswitch/simulator/testing/frames.ts';
import type { Transcript } from './transcript.ts';

/** Something that a person at a telephone did while a recording was made; `at` in seconds. */
export type PhoneAction =
  | {
      readonly at: number;
      readonly do: 'call';
      readonly uuid: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly at: number; readonly do: 'hang-up'; readonly uuid: string };

/** What the telephones did in a recording, read off from its events. */
export type Stage = {
  readonly actions: readonly PhoneAction[];
  /** What the phone did that an outgoing leg rang, by the leg's uuid. */
  readonly behaviours: ReadonlyMap<string, PhoneBehaviour>;
};

type Seen = { progressAt?: number; answeredAt?: number; refusedWith?: number };

function behaviourOf({ progressAt = 0, answeredAt, refusedWith }: Seen): PhoneBehaviour {
  if (answeredAt !== undefined) {
    // Below 100 ms it answered at once: the rest is the poll of the recording client.
    const ms = Math.round((answeredAt - progressAt) * 1000);
    return { kind: 'answer', afterMs: ms < 100 ? 0 : ms };
  }
  const code = refusalCodes.find((known) => known === refusedWith);
  return code === undefined ? { kind: 'ring-only' } : { kind: 'reject', code };
}

/** Finds out what the telephones did: who called, who hung up, how called phones behaved. */
export function readStage({ lines }: Transcript): Stage {
  const actions: PhoneAction[] = [];
  const legs = new Map<string, Seen>();
  for (const line of lines) {
    if (line.kind !== 'frame' || !line.frame.event) continue;
    const { event } = line.frame;
    const uuid = header(event, 'Unique-ID');
    const name = header(event, 'Event-Name');
    const outbound = header(event, 'Call-Direction') === 'outbound';
    const seen = legs.get(uuid) ?? {};
    if (outbound) legs.set(uuid, seen);
    if (name === 'CHANNEL_CREATE' && !outbound) {
      const from = header(event, 'Caller-Caller-ID-Number');
      actions.push({ at: line.at, do: 'call', uuid, from, to: header(event, 'Caller-Destination-Number') });
    }
    if (name === 'CHANNEL_PROGRESS') seen.progressAt = line.at;
    if (name === 'CHANNEL_ANSWER' && outbound) seen.answeredAt = line.at;
    if (name !== 'CHANNEL_HANGUP') continue;
    if (header(event, 'variable_sip_hangup_disposition') === 'recv_refuse') {
      seen.refusedWith = Number(header(event, 'variable_sip_term_status'));
    } else if (header(event, 'variable_proto_specific_hangup_cause') === 'sip:200') {
      actions.push({ at: line.at, do: 'hang-up', uuid });
    }
  }
  return { actions, behaviours: new Map([...legs].map(([uuid, seen]) => [uuid, behaviourOf(seen)])) };
}
