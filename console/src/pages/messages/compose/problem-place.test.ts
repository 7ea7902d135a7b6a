import test from 'ava';
import type { MessageProblem } from '../../../../../contracts/api/messages.ts';
import { placeOf, problemsAt } from './problem-place.ts';

const problem = (code: string, field: string | null, row: number | null = null): MessageProblem => ({
  code,
  message: code,
  field,
  row,
});

test('a problem stands beside its field; one of no field, or of an unknown one, above the button', (t) => {
  t.is(placeOf(problem('a', 'text')), 'text');
  t.is(placeOf(problem('a', 'recipients.3.number')), 'recipients');
  t.is(placeOf(problem('a', null)), null);
  t.is(placeOf(problem('a', 'constructor')), null);
});

test('what 10,000 recipients share is said once', (t) => {
  const shared = [1, 2, 3].map((row) => problem('variable-missing', 'recipients', row));
  t.deepEqual(problemsAt([...shared, problem('text-too-long', 'text')], 'recipients'), [shared[0]]);
});
