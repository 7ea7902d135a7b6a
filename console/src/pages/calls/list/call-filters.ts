import type { CallResult } from '../../../../../contracts/call/outcome.ts';
import { oneOf, type Period, readPeriod, writePeriod } from './period.ts';
import { type DayRange, daysOf, instantsOf } from './quick-range.ts';

/** Values as a closed record, so that a result which the engine gains is asked for here by the compiler. */
const RESULTS: Readonly<Record<CallResult, true>> = {
  success: true,
  client: true,
  upstream: true,
  server: true,
  indeterminate: true,
};
export const CALL_RESULTS = Object.keys(RESULTS) as CallResult[];
export const CALL_STATES = ['starting', 'active', 'ended'] as const;
export const DIRECTIONS = ['inbound', 'outbound'] as const;
export const ANSWERED = ['yes', 'no'] as const;
export const PAGE_SIZES = [25, 50, 100] as const;

/** What the list of calls is narrowed to. The address holds it; what is `null` or the usual is not written there. */
export type CallFilters = Period & {
  readonly caller: string | null;
  readonly called: string | null;
  readonly q: string | null;
  readonly result: CallResult | null;
  readonly state: (typeof CALL_STATES)[number] | null;
  readonly direction: (typeof DIRECTIONS)[number] | null;
  readonly answered: (typeof ANSWERED)[number] | null;
  readonly scenario: string | null;
  readonly size: (typeof PAGE_SIZES)[number];
  /** Place in the list; null is its beginning. */
  readonly cursor: string | null;
};

export const NO_FILTERS: CallFilters = {
  range: 'week',
  days: { from: null, to: null },
  caller: null,
  called: null,
  q: null,
  result: null,
  state: null,
  direction: null,
  answered: null,
  scenario: null,
  size: 25,
  cursor: null,
};

const TEXTS = ['caller', 'called', 'q', 'scenario', 'cursor'] as const;
const LONGEST = 120;

/** Reads an address. Whatever somebody typed into it: what is not understood counts as not there. */
export function readFilters(search: URLSearchParams): CallFilters {
  const text = (name: string): string | null => search.get(name)?.trim().slice(0, LONGEST) || null;
  return {
    ...readPeriod(search, NO_FILTERS.range),
    caller: text('caller'),
    called: text('called'),
    q: text('q'),
    result: oneOf(CALL_RESULTS, search.get('result')),
    state: oneOf(CALL_STATES, search.get('state')),
    direction: oneOf(DIRECTIONS, search.get('direction')),
    answered: oneOf(ANSWERED, search.get('answered')),
    scenario: text('scenario'),
    size: oneOf(PAGE_SIZES, Number(search.get('size'))) ?? NO_FILTERS.size,
    cursor: text('cursor'),
  };
}

/** The address of the filters, shortest form: reading it gives the same filters again. */
export function writeFilters(filters: CallFilters): URLSearchParams {
  const search = new URLSearchParams();
  writePeriod(search, filters, NO_FILTERS.range);
  for (const name of ['result', 'state', 'direction', 'answered', ...TEXTS] as const) {
    const value = filters[name];
    if (value !== null) search.set(name, value);
  }
  if (filters.size !== NO_FILTERS.size) search.set('size', String(filters.size));
  return search;
}

/** The days that the filters ask for, as seen at `now` (ms). */
export const filteredDays = (filters: CallFilters, now: number): DayRange =>
  filters.range === 'days' ? filters.days : daysOf(filters.range, now);

/** Query of `GET /calls/export`: what is filtered, without page and place. `now` in ms. */
export function exportQuery(filters: CallFilters, now: number): URLSearchParams {
  const query = new URLSearchParams();
  const { from, to } = instantsOf(filteredDays(filters, now));
  if (from !== null) query.set('from', from);
  if (to !== null) query.set('to', to);
  const { caller, called, q, result, state, direction, answered, scenario } = filters;
  const asked = { caller, called, q, result, state, direction, scenario };
  for (const [name, value] of Object.entries(asked)) if (value !== null) query.set(name, value);
  if (answered !== null) query.set('answered', String(answered === 'yes'));
  return query;
}

/** Query of `GET /calls`. `now` in ms. */
export function listQuery(filters: CallFilters, now: number): URLSearchParams {
  const query = exportQuery(filters, now);
  if (filters.cursor !== null) query.set('cursor', filters.cursor);
  query.set('limit', String(filters.size));
  return query;
}

const CALL_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Which text filters the api would refuse: a number has digits, a search the last four at least or a call's id. */
export function notUnderstood({ q, caller, called }: CallFilters): readonly ('q' | 'caller' | 'called')[] {
  const digits = (text: string): string => text.replace(/[\s().-]/g, '');
  const number = (text: string | null): boolean => text === null || /^\+?[0-9]{1,20}$/.test(digits(text));
  const search = q === null || CALL_ID.test(q) || /^[0-9]{4,20}$/.test(digits(q).replace(/^\+/, ''));
  return [
    ...(search ? [] : (['q'] as const)),
    ...(number(caller) ? [] : (['caller'] as const)),
    ...(number(called) ? [] : (['called'] as const)),
  ];
}

/** How many filters narrow the list beside its days; shown beside the button that clears them. */
export function narrowedBy(filters: CallFilters): number {
  const { caller, called, q, result, state, direction, answered, scenario } = filters;
  return [caller, called, q, result, state, direction, answered, scenario].filter((value) => value !== null)
    .length;
}
