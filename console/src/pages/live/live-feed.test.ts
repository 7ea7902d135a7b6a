import test from 'ava';
import fc from 'fast-check';
import type { LiveCall } from '../../../../contracts/api/live.ts';
import {
  applyEvents,
  ENDED_STAYS_MS,
  emptyFeed,
  FRESH_MS,
  type LiveEvent,
  liveCount,
  sweep,
} from './live-feed.ts';

const START = Date.parse('2026-09-21T14:00:00.000Z');

const call = (id: string, minute = 0, block = 'main/menu'): LiveCall => ({
  id,
  calledMasked: '070****0001',
  callerMasked: '070****1234',
  direction: 'inbound',
  scenarioName: '대표번호',
  scenario: 'a'.repeat(64),
  block,
  blockType: 'menu',
  blockSince: new Date(START).toISOString(),
  arrivedAt: new Date(START + minute * 60_000).toISOString(),
  answeredAt: null,
});

test('the calls of the first snapshot are not marked as new, later ones are', (t) => {
  const first = applyEvents(emptyFeed, [{ type: 'snapshot', calls: [call('a'), call('b', 1)] }], 0);
  t.deepEqual(first.order, ['b', 'a']);
  t.true(first.known);
  t.false(first.rows.get('a')?.fresh);
  const later = applyEvents(first, [{ type: 'call', call: call('c', 2) }], 10);
  t.deepEqual(later.order, ['c', 'b', 'a']);
  t.true(later.rows.get('c')?.fresh);
  t.false(sweep(later, 10 + FRESH_MS).rows.get('c')?.fresh);
});

test('a row that no event touches stays the same object, and a move keeps its place', (t) => {
  const before = applyEvents(emptyFeed, [{ type: 'snapshot', calls: [call('a'), call('b', 1)] }], 0);
  const after = applyEvents(before, [{ type: 'call', call: call('a', 0, 'main/message') }], 5);
  t.is(after.rows.get('b'), before.rows.get('b'));
  t.is(after.order, before.order);
  t.is(after.rows.get('a')?.call.block, 'main/message');
  t.is(sweep(after, 6), after);
});

test('a call that is over stays a moment, then goes', (t) => {
  const before = applyEvents(emptyFeed, [{ type: 'snapshot', calls: [call('a'), call('b', 1)] }], 0);
  const ended = applyEvents(before, [{ type: 'gone', id: 'a' }], 100);
  t.is(ended.rows.get('a')?.endedAt, 100);
  t.is(liveCount(ended), 1);
  t.deepEqual(sweep(ended, 100 + ENDED_STAYS_MS).order, ['b']);
});

test('after a lost connection the snapshot ends what it does not hold', (t) => {
  const before = applyEvents(emptyFeed, [{ type: 'snapshot', calls: [call('a'), call('b', 1)] }], 0);
  const after = applyEvents(before, [{ type: 'snapshot', calls: [call('b', 1), call('c', 2)] }], 50);
  t.is(after.rows.get('a')?.endedAt, 50);
  t.true(after.rows.get('c')?.fresh);
});

test('whatever order events come in: order and rows hold the same calls, newest first', (t) => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const one = fc.record({ id, minute: fc.nat(3) }).map((made) => call(made.id, made.minute));
  const event: fc.Arbitrary<LiveEvent> = fc.oneof(
    fc
      .uniqueArray(one, { selector: (made) => made.id })
      .map((calls) => ({ type: 'snapshot' as const, calls })),
    one.map((made) => ({ type: 'call' as const, call: made })),
    id.map((gone) => ({ type: 'gone' as const, id: gone })),
  );
  fc.assert(
    fc.property(fc.array(fc.array(event, { maxLength: 5 }), { maxLength: 8 }), (batches) => {
      let feed = emptyFeed;
      let now = 0;
      for (const batch of batches) {
        now += 1_500;
        feed = sweep(applyEvents(feed, batch, now), now);
        t.deepEqual(feed.order.toSorted(), [...feed.rows.keys()].toSorted());
        t.true(liveCount(feed) <= feed.order.length);
      }
    }),
  );
});
