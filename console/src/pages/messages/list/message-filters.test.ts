import test from 'ava';
import fc from 'fast-check';
import { QUICK_RANGES } from '../../calls/list/quick-range.ts';
import {
  CHANNEL_FILTERS,
  listQuery,
  type MessageFilters,
  NO_FILTERS,
  readFilters,
  STATE_FILTERS,
  understood,
  writeFilters,
} from './message-filters.ts';

const NOW = Date.parse('2026-03-15T03:00:00.000Z');

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const period = fc.oneof(
  fc.constantFrom(...QUICK_RANGES).map((range) => ({ range, days: { from: null, to: null } })),
  fc.record({ from: day, to: fc.option(day) }).map((days) => ({ range: 'days' as const, days })),
);
const rest = fc.record({
  number: fc.option(fc.stringMatching(/^[0-9]{1,20}$/)),
  state: fc.option(fc.constantFrom(...STATE_FILTERS)),
  channel: fc.option(fc.constantFrom(...CHANNEL_FILTERS)),
});
const filters: fc.Arbitrary<MessageFilters> = fc.tuple(period, rest).map(([a, b]) => ({ ...a, ...b }));

test('an address that was written reads as the same filters', (t) => {
  fc.assert(
    fc.property(filters, (made) => {
      t.deepEqual(readFilters(new URLSearchParams(writeFilters(made).toString())), made);
    }),
  );
  t.is(writeFilters(NO_FILTERS).toString(), '');
});

test('whatever stands in an address, reading it gives filters that the api understands', (t) => {
  const name = fc.constantFrom('range', 'from', 'to', 'state', 'channel', 'number', 'constructor');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string())), (pairs) => {
      const read = readFilters(new URLSearchParams(pairs));
      t.true(read.state === null || STATE_FILTERS.includes(read.state));
      t.notThrows(() => listQuery(read, NOW));
    }),
  );
});

test('what is scheduled for a later day stands in the list of the last days and of this month', (t) => {
  const asked = (range: MessageFilters['range']): string =>
    decodeURIComponent(listQuery({ ...NO_FILTERS, range }, NOW).toString());
  t.is(asked('week'), 'from=2026-03-09T00:00:00+09:00');
  t.is(asked('month'), 'from=2026-03-01T00:00:00+09:00');
  t.is(asked('yesterday'), 'from=2026-03-14T00:00:00+09:00&to=2026-03-15T00:00:00+09:00');
});

test('MO-27: days are those of Seoul, and a number has digits only', (t) => {
  const asked: MessageFilters = { ...NO_FILTERS, range: 'today', number: '0101234', channel: 'lms' };
  t.is(
    decodeURIComponent(listQuery(asked, NOW).toString()),
    'from=2026-03-15T00:00:00+09:00&to=2026-03-16T00:00:00+09:00&number=0101234&channel=lms',
  );
  t.true(understood(asked));
  t.false(understood({ ...asked, number: '010-1234' }));
  t.false(understood({ ...asked, number: '01' }));
});
