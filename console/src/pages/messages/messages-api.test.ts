import test from 'ava';
import type { MessageState } from '../../../../contracts/message/kinds.ts';
import { askAgainIn } from './messages-api.ts';

const counts = { total: 1, pending: 1, delivered: 0, failed: 0, unknown: 0, excluded: 0, cancelled: 0 };
const inStates = (...states: MessageState[]) => askAgainIn(states.map((state) => ({ state, counts })));

test('a list is asked again only while something of it can change by itself', (t) => {
  t.false(inStates());
  t.false(inStates('done', 'cancelled'));
  t.is(inStates('done', 'active', 'scheduled'), 2_000);
  t.is(inStates('starting'), 2_000);
  t.is(inStates('done', 'scheduled'), 15_000);
});
