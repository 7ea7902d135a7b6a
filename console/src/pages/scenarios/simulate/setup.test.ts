import test from 'ava';
import { givenOf, newSetup, setupOf } from './setup.ts';

const NOON = Date.parse('2026-03-03T12:00:00+09:00');

test('a call comes in at the second that was set, in Seoul', (t) => {
  const setup = newSetup(NOON);
  t.is(setup.at, '2026-03-03T12:00:00');
  t.is(givenOf(setup, []).at, '2026-03-03T12:00:00+09:00');
  t.is(givenOf({ ...setup, at: '2026-03-03T17:59:59' }, []).at, '2026-03-03T17:59:59+09:00');
  t.is(givenOf({ ...setup, at: '2026-03-03T18:00' }, []).at, '2026-03-03T18:00:00+09:00');
});

test('keys and answers of other systems keep their own order', (t) => {
  const answer = { result: 'ok' as const, status: 200, values: { grade: 'gold' } };
  const given = givenOf(newSetup(NOON), [
    { kind: 'input', word: '1' },
    { kind: 'http', answer },
    { kind: 'input', word: 'answers' },
  ]);
  t.deepEqual(given.inputs, ['1', 'answers']);
  t.deepEqual(given.http, [answer]);
  t.false('hours' in given);
});

test('a kept call is begun with what it was given', (t) => {
  const given = givenOf({ ...newSetup(NOON), hours: 'lunch', seed: 7 }, [{ kind: 'input', word: '1' }]);
  const { setup, decisions } = setupOf(given);
  t.deepEqual(givenOf(setup, decisions), given);
});
