import { type EventHeaders, type Frame, header } from '../../../freeswitch/simulator/testing/frames.ts';

/** Headers whose values differ from run to run, or that name the machine. */
const volatile =
  /^(Core-UUID|FreeSWITCH-|Event-Date-|Event-Sequence|Event-Calling-Line|Up-Time|Uptime|Session-|Idle-CPU|Channel-Name|.*-Channel-Name|.*-Time$|.*Transfer-Source|Caller-Network-Addr|Other-Leg-Network-Addr)/;

/** Variables of the SIP and RTP stack, of time, and of the recorded network: not part of the contract. */
const outside =
  /^variable_(sip_|rtp_|sofia_|remote_|local_|advertised_|recovery_|switch_r_sdp|ep_codec|.*_media_flow|.*codec|.*_rate$|dtmf_type|session_id|max_forwards|channel_name|bridge_channel|.*_stamp|.*epoch|.*[mu]?sec$|[mu]?duration|transfer_|video_|original_|last_sent|playback_last_offset|pre_transfer|DP_MATCH|caller_id$|last_sched_id|hold_accum_usec)/;

/** Ids that the recording client chose; every other Application-UUID is random. */
const chosen = /^[a-z]+-?\d+$/;

function masked(name: string, value: string, event: EventHeaders): string {
  // Whether a leg that leaves a bridge still names the other one in its state event is chance (30- against 31-).
  if (name === 'Channel-Call-UUID' && header(event, 'Event-Name') === 'CHANNEL_STATE') return '*';
  if (volatile.test(name)) return '*';
  if (name === 'Application-UUID' && !chosen.test(value)) return '*';
  return value;
}

/** What of an event is compared, one `name: value` a line. */
export function signature(event: EventHeaders): readonly string[] {
  return Object.keys(event)
    .filter((name) => !outside.test(name))
    .sort()
    .map((name) => `${name}: ${masked(name, header(event, name), event)}`);
}

/** A conversation split into what has an order of its own: each channel, the jobs, the replies. */
export type Strands = ReadonlyMap<string, readonly (readonly string[])[]>;

/**
 * Between two channels the real switch keeps no order, and a reply may overtake an event: so each is compared by itself.
 * The state CS_CONSUME_MEDIA on the way into a bridge is seen or not, by chance (30-, 31-).
 */
export function strandsOf(frames: readonly Frame[]): Strands {
  const strands = new Map<string, (readonly string[])[]>();
  const add = (strand: string, entry: readonly string[]): void => {
    strands.set(strand, [...(strands.get(strand) ?? []), entry]);
  };
  for (const frame of frames) {
    const { event } = frame;
    if (!event) {
      add('replies', [frame.contentType, ...maskReply(frame.text)]);
    } else if (header(event, 'Event-Name') === 'BACKGROUND_JOB') {
      // The text of `status` is of that moment, and so is its length.
      const body = maskReply(header(event, '_body'));
      const counted = body.includes('*') ? /^(_body|Content-Length):/ : /^_body:/;
      add('jobs', [...signature(event).filter((line) => !counted.test(line)), ...body]);
    } else if (header(event, 'Unique-ID')) {
      const joining =
        header(event, 'Channel-State') === 'CS_CONSUME_MEDIA' && header(event, 'Other-Type') !== '';
      if (!joining) add(header(event, 'Unique-ID'), signature(event));
    }
  }
  return strands;
}

const statusLines =
  /^(UP |\d+ session|min idle|Current Stack|\{"row_count":|\{"Event-Name":"CHANNEL_DATA"|task_id|\d+,|\d+ total)/;

function maskReply(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => (statusLines.test(line) ? '*' : line))
    .map((line) => (/^\+OK Added: \d+$/.test(line) ? '+OK Added: *' : line))
    .filter((line, at, all) => !(line === '*' && all[at - 1] === '*'));
}

function differenceAt(
  strand: string,
  at: number,
  real: readonly string[] | undefined,
  simulated: readonly string[] | undefined,
): string[] {
  const title = (entry: readonly string[] | undefined): string =>
    entry?.find((l) => l.startsWith('Event-Name'))?.slice(12) ?? entry?.join(' | ') ?? 'nothing';
  const where = `${strand.slice(-12)} #${at} ${title(real)}`;
  if (!real || !simulated || title(real) !== title(simulated)) {
    return [`${where}: the simulator has ${title(simulated)}`];
  }
  const missing = real.filter((line) => !simulated.includes(line)).map((line) => `${where}: missing ${line}`);
  const extra = simulated.filter((line) => !real.includes(line)).map((line) => `${where}: added ${line}`);
  return [...missing, ...extra];
}

/** Every difference between a recording and the simulator, in words. */
export function differences(real: Strands, simulated: Strands): readonly string[] {
  const names = new Set([...real.keys(), ...simulated.keys()]);
  return [...names].flatMap((name) => {
    const one = real.get(name) ?? [];
    const two = simulated.get(name) ?? [];
    const length = Math.max(one.length, two.length);
    return Array.from({ length }, (_, at) => differenceAt(name, at, one[at], two[at])).flat();
  });
}
