import type { MessageChannel, MessageState } from '../../../../../contracts/message/kinds.ts';
import { oneOf, type Period, readPeriod, writePeriod } from '../../calls/list/period.ts';
import { type DayRange, daysOf, instantsOf } from '../../calls/list/quick-range.ts';

/** As closed records, so that the compiler asks here for a state which the engine gains. */
const STATES: Readonly<Record<MessageState, true>> = {
  scheduled: true,
  starting: true,
  active: true,
  done: true,
  cancelled: true,
};
const CHANNELS: Readonly<Record<MessageChannel, true>> = { sms: true, lms: true, mms: true, alimtalk: true };
export const STATE_FILTERS = Object.keys(STATES) as MessageState[];
export const CHANNEL_FILTERS = Object.keys(CHANNELS) as MessageChannel[];

/** What the sent list is narrowed to (MO-27); the address holds it. */
export type MessageFilters = Period & {
  readonly number: string | null;
  readonly state: MessageState | null;
  readonly channel: MessageChannel | null;
};

export const NO_FILTERS: MessageFilters = {
  range: 'week',
  days: { from: null, to: null },
  number: null,
  state: null,
  channel: null,
};

/** Reads an address; what is not understood counts as not there. */
export function readFilters(search: URLSearchParams): MessageFilters {
  return {
    ...readPeriod(search, NO_FILTERS.range),
    number: search.get('number')?.trim().slice(0, 40) || null,
    state: oneOf(STATE_FILTERS, search.get('state')),
    channel: oneOf(CHANNEL_FILTERS, search.get('channel')),
  };
}

/** The address of the filters, shortest form: reading it gives the same filters again. */
export function writeFilters(filters: MessageFilters): URLSearchParams {
  const search = new URLSearchParams();
  writePeriod(search, filters, NO_FILTERS.range);
  for (const name of ['number', 'state', 'channel'] as const) {
    const value = filters[name];
    if (value !== null) search.set(name, value);
  }
  return search;
}

/** The days that the filters ask for, as seen at `now` (ms). A week and a month go on to what is scheduled after today. */
export function filteredDays({ range, days }: MessageFilters, now: number): DayRange {
  if (range === 'days') return days;
  const asked = daysOf(range, now);
  return range === 'week' || range === 'month' ? { ...asked, to: null } : asked;
}

/** Query of `GET /messages`. `now` in ms. */
export function listQuery(filters: MessageFilters, now: number): URLSearchParams {
  const { from, to } = instantsOf(filteredDays(filters, now));
  const { number, state, channel } = filters;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ from, to, number, state, channel }))
    if (value !== null) query.set(name, value);
  return query;
}

/** True when the api would take the number: three digits or more and nothing else (MO-27). */
export const understood = ({ number }: MessageFilters): boolean =>
  number === null || /^[0-9]{3,20}$/.test(number);

/** True when more than the period narrows the list. */
export const isNarrowed = ({ number, state, channel }: MessageFilters): boolean =>
  number !== null || state !== null || channel !== null;
