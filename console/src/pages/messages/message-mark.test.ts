import test from 'ava';
import type { MessageCounts } from '../../../../contracts/api/messages.ts';
import { messageMark } from './message-mark.ts';

const counts = (part: Partial<MessageCounts>): MessageCounts => ({
  total: 3,
  pending: 0,
  delivered: 0,
  failed: 0,
  unknown: 0,
  excluded: 0,
  cancelled: 0,
  ...part,
});

test('a message that is done says what came of it, an unknown result first', (t) => {
  t.is(messageMark({ state: 'done', counts: counts({ delivered: 3 }) }), 'done');
  t.is(messageMark({ state: 'done', counts: counts({ delivered: 2, failed: 1 }) }), 'partly');
  t.is(messageMark({ state: 'done', counts: counts({ failed: 3 }) }), 'failed');
  t.is(messageMark({ state: 'done', counts: counts({ delivered: 1, failed: 1, unknown: 1 }) }), 'unknown');
});

test('before that it says its state, whatever failed so far', (t) => {
  t.is(messageMark({ state: 'active', counts: counts({ failed: 1, pending: 2 }) }), 'active');
  t.is(messageMark({ state: 'cancelled', counts: counts({ cancelled: 3 }) }), 'cancelled');
});
