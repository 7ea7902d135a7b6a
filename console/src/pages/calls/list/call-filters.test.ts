import test from 'ava';
import fc from 'fast-check';
import {
  ANSWERED,
  CALL_RESULTS,
  CALL_STATES,
  type CallFilters,
  DIRECTIONS,
  exportQuery,
  listQuery,
  NO_FILTERS,
  narrowedBy,
  notUnderstood,
  PAGE_SIZES,
  readFilters,
  writeFilters,
} from './call-filters.ts';
import { QUICK_RANGES } from './quick-range.ts';

const NOW = Date.parse('2026-03-15T03:00:00.000Z');

const text = fc
  .option(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }))
  .map((value) => value?.toWellFormed().trim() || null);
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const period = fc.oneof(
  fc.constantFrom(...QUICK_RANGES).map((range) => ({ range, days: { from: null, to: null } })),
  fc.record({ from: day, to: fc.option(day) }).map((days) => ({ range: 'days' as const, days })),
);
const rest = fc.record({
  caller: text,
  called: text,
  q: text,
  scenario: text,
  cursor: text,
  result: fc.option(fc.constantFrom(...CALL_RESULTS)),
  state: fc.option(fc.constantFrom(...CALL_STATES)),
  direction: fc.option(fc.constantFrom(...DIRECTIONS)),
  answered: fc.option(fc.constantFrom(...ANSWERED)),
  size: fc.constantFrom(...PAGE_SIZES),
});
const filters: fc.Arbitrary<CallFilters> = fc.tuple(period, rest).map(([a, b]) => ({ ...a, ...b }));

test('an address that was written reads as the same filters', (t) => {
  fc.assert(
    fc.property(filters, (made) => {
      t.deepEqual(readFilters(new URLSearchParams(writeFilters(made).toString())), made);
    }),
  );
  t.is(writeFilters(NO_FILTERS).toString(), '');
});

test('whatever stands in an address, reading it gives filters that the api understands', (t) => {
  const name = fc.constantFrom(
    'range',
    'from',
    'to',
    'result',
    'state',
    'size',
    'cursor',
    'q',
    'constructor',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string())), (pairs) => {
      const read = readFilters(new URLSearchParams(pairs));
      t.true(PAGE_SIZES.includes(read.size));
      t.true(read.result === null || CALL_RESULTS.includes(read.result));
      t.notThrows(() => listQuery(read, NOW));
    }),
  );
});

test('the api is asked for instants of Seoul and one page; the export for everything filtered', (t) => {
  const asked: CallFilters = {
    ...NO_FILTERS,
    range: 'today',
    q: '0705678',
    result: 'client',
    cursor: 'abc',
    size: 50,
  };
  t.is(
    decodeURIComponent(listQuery(asked, NOW).toString()),
    'from=2026-03-15T00:00:00+09:00&to=2026-03-16T00:00:00+09:00&q=0705678&result=client&cursor=abc&limit=50',
  );
  t.is(
    decodeURIComponent(exportQuery(asked, NOW).toString()),
    'from=2026-03-15T00:00:00+09:00&to=2026-03-16T00:00:00+09:00&q=0705678&result=client',
  );
  t.is(narrowedBy(asked), 2);
});

test('a text that is no number is told before the api refuses it', (t) => {
  const wrong = (part: Partial<CallFilters>): readonly string[] => notUnderstood({ ...NO_FILTERS, ...part });
  t.deepEqual(wrong({ q: '070-1234-5678', caller: '+82 10 1234 5678', called: '1588-0000' }), []);
  t.deepEqual(wrong({ q: '0b6d2c3e-9a7f-4f0e-8a52-3c1f5d7e9b10' }), []);
  t.deepEqual(wrong({ q: '123', caller: 'x', called: "1' or '1'='1" }), ['q', 'caller', 'called']);
});

test('answered or not is asked as true or false', (t) => {
  t.is(exportQuery({ ...NO_FILTERS, range: 'all', answered: 'no' }, NOW).toString(), 'answered=false');
});
