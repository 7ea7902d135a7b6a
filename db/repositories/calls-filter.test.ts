import test from 'ava';
import fc from 'fast-check';
import type { Actor } from '../../contracts/api/actor.ts';
import type { CallId } from '../../contracts/ids.ts';
import { hashOf, newTenantId, sampleCall, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import type { CallRow } from './call-row.ts';
import type { NewCall } from './calls.ts';
import type { CallConditions } from './calls-branches.ts';
import type { CallCursor } from './calls-list.ts';

const START = 1_790_000_000_000;
const other = newTenantId();
const NUMBERS = ['07011112222', '0222', '15880000', '+821011112222', '2222'];

/** 120 calls of which every property varies apart from the others. */
const rows: NewCall[] = Array.from({ length: 120 }, (_, n) =>
  sampleCall({
    arrivedAt: START + Math.floor(n / 2) * 1_000,
    caller: NUMBERS[n % 5] ?? '',
    called: NUMBERS[(n >> 2) % 5] ?? '',
    direction: n % 7 === 0 ? 'outbound' : 'inbound',
    ...(n % 3 === 0 ? {} : { scenario: hashOf(n % 2 === 0 ? 'a' : 'b') }),
    ...(n % 11 === 0 ? { tenant: other } : {}),
  }),
);

const db = useTestDatabase(test, {
  async prepare({ tenants, calls }) {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
    for (const [n, row] of rows.entries()) {
      await calls.starting(system, row);
      if (n % 4 > 0) await calls.activate(system, row.call);
      if (n % 4 < 2) continue;
      await calls.end(system, row.call, {
        outcome:
          n % 8 === 2 ? { result: 'server', reason: 'bug' } : { result: 'success', reason: 'completed' },
        endedAt: row.arrivedAt + 60_000,
        ...(n % 3 === 0 ? {} : { answeredAt: row.arrivedAt + 100 }),
      });
    }
  },
});

const ends = (row: CallRow, digits: string): boolean =>
  row.caller.endsWith(digits) || row.called.endsWith(digits);

/** The filter as its words say it, on rows in memory. */
const lets = (row: CallRow, filter: CallConditions): boolean =>
  (['tenant', 'caller', 'called', 'scenario', 'direction', 'state'] as const).every(
    (key) => filter[key] === undefined || filter[key] === row[key],
  ) &&
  (filter.result ?? row.outcome?.result) === row.outcome?.result &&
  (filter.answered ?? row.answeredAt !== null) === (row.answeredAt !== null) &&
  row.arrivedAt >= (filter.from ?? 0) &&
  row.arrivedAt < (filter.to ?? Number.POSITIVE_INFINITY) &&
  (filter.search === undefined ||
    ('call' in filter.search ? filter.search.call === row.call : ends(row, filter.search.ending)));

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });
const instant = fc.integer({ min: -1, max: 61 }).map((second) => START + second * 1_000);
const someCall = fc.constantFrom(...rows.map((row) => row.call));
const anyFilter: fc.Arbitrary<CallConditions> = fc.record({
  tenant: fc.option(fc.constantFrom(other), { nil: undefined, freq: 8 }),
  caller: maybe(fc.constantFrom(...NUMBERS)),
  called: maybe(fc.constantFrom(...NUMBERS)),
  scenario: maybe(fc.constantFrom(hashOf('a'), hashOf('b'))),
  from: maybe(instant),
  to: maybe(instant),
  direction: maybe(fc.constantFrom('inbound', 'outbound')),
  state: maybe(fc.constantFrom('starting', 'active', 'ended')),
  result: maybe(fc.constantFrom('success', 'server')),
  answered: maybe(fc.boolean()),
  search: maybe(
    fc.oneof(
      fc.constantFrom('2222', '0000', '1111', '11112222', '70111122').map((ending) => ({ ending })),
      someCall.map((call) => ({ call })),
    ),
  ),
});

const actors: readonly Actor[] = [
  system,
  ...[sampleCall().tenant, other].map(
    (tenant): Actor => ({ kind: 'user', user: crypto.randomUUID(), tenant, role: 'supervisor' }),
  ),
];

test('every mixture of filters lists and counts what its words say, newest first', async (t) => {
  const { calls } = db().repositories;
  const known: CallRow[] = [];
  for (const { call } of rows) {
    const row = await calls.get(system, call);
    if (row !== undefined) known.push(row);
  }
  t.is(known.length, rows.length);
  const sorted = known.toSorted((a, b) => b.arrivedAt - a.arrivedAt || (a.call < b.call ? 1 : -1));
  const pageSize = fc.integer({ min: 1, max: 40 });
  await fc.assert(
    fc.asyncProperty(anyFilter, fc.constantFrom(...actors), pageSize, async (filter, actor, limit) => {
      const visible = (row: CallRow): boolean => actor.kind !== 'user' || row.tenant === actor.tenant;
      const expected = sorted.filter((row) => visible(row) && lets(row, filter)).map((row) => row.call);
      const found: CallId[] = [];
      let cursor: CallCursor | null | undefined;
      while (cursor !== null) {
        const page = await calls.list(actor, { ...filter, limit, cursor });
        found.push(...page.calls.map((row) => row.call));
        cursor = page.next;
      }
      t.deepEqual(found, expected);
      t.deepEqual(await calls.total(actor, filter), { count: expected.length, capped: false });
    }),
    { numRuns: 300 },
  );
});
