import { z } from 'zod';
import { type Variables, variablesOf } from './variables.ts';

/** One row of `show channels as json`; every value is text. More columns are passed over. */
const Row = z.object({
  uuid: z.string(),
  direction: z.string(),
  created_epoch: z.string(),
  name: z.string(),
  state: z.string(),
  cid_num: z.string().default(''),
  dest: z.string().default(''),
  application: z.string().default(''),
  callstate: z.string().default(''),
  b_uuid: z.string().optional(),
  call_uuid: z.string().default(''),
});

/** With no channel at all the switch leaves `rows` out. */
const Listing = z.object({ row_count: z.number(), rows: z.array(Row).default([]) });

export type ChannelRow = {
  readonly uuid: string;
  readonly direction: 'inbound' | 'outbound';
  /** ms since 1970, exact to a second. */
  readonly createdAt: number;
  readonly state: string;
  /** `RINGING`, `ACTIVE`, `HELD` …, as the switch names it. */
  readonly callState: string;
  readonly caller: string;
  readonly called: string;
  /** Application that began last: `park` before the first bridge; parked again after it, still `uuid_bridge`. */
  readonly application: string;
  /** The other leg, when bridged; equal for both legs of a conversation otherwise own. */
  readonly callUuid: string;
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Takes the answer of `show channels as json`; returns the channels, or undefined when it is not that. */
export function parseChannels(reply: string): ChannelRow[] | undefined {
  const listing = Listing.safeParse(parseJson(reply));
  if (!listing.success) return undefined;
  return listing.data.rows.map((row) => ({
    uuid: row.uuid,
    direction: row.direction === 'outbound' ? 'outbound' : 'inbound',
    createdAt: Number(row.created_epoch) * 1_000,
    state: row.state,
    callState: row.callstate,
    caller: row.cid_num,
    called: row.dest,
    application: row.application,
    callUuid: row.call_uuid,
  }));
}

export type ChannelDump = {
  readonly header: (name: string) => string | undefined;
  readonly variables: Variables;
};

/** Takes the answer of `uuid_dump … json`; returns readers of it, or undefined (`-ERR No such channel!`). */
export function parseDump(reply: string): ChannelDump | undefined {
  const dump = z.record(z.string(), z.unknown()).safeParse(parseJson(reply));
  if (!dump.success) return undefined;
  const headers = dump.data;
  return {
    header: (name) => {
      const value = Object.hasOwn(headers, name) ? headers[name] : undefined;
      return typeof value === 'string' ? value : undefined;
    },
    variables: variablesOf(headers),
  };
}

/** Takes the answer of `show channels count` (`3 total.`); returns the number, or undefined when it is not that. */
export function parseCount(reply: string): number | undefined {
  const count = /^\s*(?<count>[0-9]{1,6}) total\.\s*$/.exec(reply)?.groups?.['count'];
  return count === undefined ? undefined : Number(count);
}
