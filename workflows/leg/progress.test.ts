import test from 'ava';
import type { CallEvent } from '../../contracts/call/event.ts';
import { followLeg, type LegNews, lostLeg, newLeg } from './progress.ts';

const at = { at: 1 };
const ringing: CallEvent = { type: 'leg', id: 'r', ...at, verb: 3, state: 'ringing' };
const answered: CallEvent = { type: 'leg', id: 'a', ...at, verb: 3, state: 'answered' };
const busy: CallEvent = { type: 'hungUp', id: 'b', ...at, cause: 'USER_BUSY', by: 'peer' };
const gone: CallEvent = { type: 'mediaLost', id: 'l', ...at, reason: 'core-restarted' };

function newsOf(events: readonly CallEvent[]): (LegNews | undefined)[] {
  let leg = newLeg();
  return events.map((event) => {
    const followed = followLeg(leg, event);
    leg = followed.leg;
    return followed.news;
  });
}

test('a leg tells that it rings, answers and ends, each once', (t) => {
  t.deepEqual(newsOf([ringing, ringing, answered, answered, busy, busy]), [
    'ringing',
    undefined,
    'answered',
    undefined,
    'ended',
    undefined,
  ]);
});

test('ringing that is told after the answer is no news, and nothing follows the end', (t) => {
  t.deepEqual(newsOf([answered, ringing]), ['answered', undefined]);
  t.deepEqual(newsOf([gone, answered, ringing]), ['ended', undefined, undefined]);
});

test('a leg that is gone without a word did not answer, or was cut off', (t) => {
  t.is(lostLeg(newLeg()).cause, 'NO_ANSWER');
  t.is(lostLeg({ rang: true, answered: true }).cause, 'MEDIA_LOST');
});

test('events of the call itself mean nothing to a leg', (t) => {
  const idle: CallEvent = { type: 'idle', id: 'i', ...at };
  t.deepEqual(newsOf([idle]), [undefined]);
});
