import test from 'ava';
import fc from 'fast-check';
import type { CallEvent } from '../../contracts/call/event.ts';
import { createInbox } from './inbox.ts';

const played = (id: string): CallEvent => ({ type: 'played', id, at: 1, verb: 1, result: 'completed' });
const hungUp = (id: string): CallEvent => ({
  type: 'hungUp',
  id,
  at: 1,
  cause: 'NORMAL_CLEARING',
  by: 'caller',
});
const ids = (events: readonly CallEvent[]): string[] => events.map(({ id }) => id);

test('every event is taken once and in order, however often it is put', (t) => {
  const batches = fc.array(fc.array(fc.integer({ min: 0, max: 20 }).map(String), { maxLength: 6 }), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(batches, (given) => {
      const inbox = createInbox();
      const taken: string[] = [];
      for (const batch of given) {
        inbox.put(batch.map(played));
        if (batch.length % 2 === 0) taken.push(...ids(inbox.take()));
      }
      taken.push(...ids(inbox.take()));
      t.deepEqual(taken, [...new Set(given.flat())]);
      t.true(inbox.isEmpty());
    }),
  );
});

test('a hang-up overtakes what came before it', (t) => {
  const inbox = createInbox();
  inbox.put([played('a'), played('b'), hungUp('c'), played('d')]);
  t.deepEqual(ids(inbox.take()), ['c', 'a', 'b', 'd']);
});

test('a mark is worked off when everything up to it was taken and settled', (t) => {
  const inbox = createInbox();
  const first = inbox.put([played('a')]);
  inbox.take();
  const second = inbox.put([played('b')]);
  t.false(inbox.workedOff(first), 'taken, but not settled');
  inbox.settle();
  t.true(inbox.workedOff(first));
  t.false(inbox.workedOff(second), 'came while the first was worked off');
  inbox.take();
  inbox.settle();
  t.true(inbox.workedOff(second));
});

test('the mark of a repetition is that of what is still under way', (t) => {
  const inbox = createInbox();
  inbox.put([played('a')]);
  inbox.take();
  const repeated = inbox.put([played('a')]);
  t.false(inbox.workedOff(repeated));
  inbox.settle();
  t.true(inbox.workedOff(repeated));
});

test('256 ids are remembered, and carried into the next run', (t) => {
  const inbox = createInbox();
  inbox.put(Array.from({ length: 300 }, (_, index) => played(`e${index}`)));
  inbox.take();
  t.is(inbox.seen().length, 256);
  const next = createInbox(inbox.seen());
  next.put([played('e299'), played('e44'), played('e43')]);
  t.deepEqual(ids(next.take()), ['e43'], 'only what is older than 256 events is new again');
});

test('what nobody can read is thrown where it is taken, not where it is put', (t) => {
  const inbox = createInbox();
  const unreadable = [null] as unknown as CallEvent[];
  t.notThrows(() => inbox.put(unreadable));
  t.false(inbox.isEmpty());
  t.throws(() => inbox.take(), { instanceOf: TypeError });
  t.true(inbox.isEmpty());
});
