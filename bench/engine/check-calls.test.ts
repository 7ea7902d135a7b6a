import test from 'ava';
import type { SeenCall } from '../site/call-log.ts';
import { mistakeOf } from './check-calls.ts';

const seen = (digits: string): SeenCall => ({
  uuid: 'c1',
  called: '070',
  createdAt: 0,
  turns: [],
  digits,
  prompts: 4,
  fillers: 0,
});
const row = { state: 'ended', result: 'success', reason: 'completed', digits: '121' };

test('a call counts when record, keys and outcome agree with what the switch saw', (t) => {
  t.is(mistakeOf(seen('121'), row, '121'), undefined);
});

const wrong: [string, SeenCall, Parameters<typeof mistakeOf>[1], string][] = [
  ['a call without a record', seen('121'), undefined, 'no record'],
  ['a call that never ended', seen('121'), { ...row, state: 'active' }, 'not ended'],
  ['a lost key', seen('121'), { ...row, digits: '12' }, 'keys 121 became 12'],
  ['a doubled key', seen('121'), { ...row, digits: '1221' }, 'keys 121 became 1221'],
  [
    'a caller who was not asked three times',
    seen('12'),
    { ...row, digits: '12' },
    'the switch took 12 of 121',
  ],
  ['a wrong outcome', seen('121'), { ...row, result: 'server', reason: 'bug' }, 'outcome server/bug'],
];
for (const [what, call, record, words] of wrong) {
  test(`${what} is a failed call`, (t) => t.is(mistakeOf(call, record, '121'), words));
}

test('a caller who leaves before the end is right as his own hang-up', (t) => {
  t.is(
    mistakeOf(seen('11'), { state: 'ended', result: 'client', reason: 'caller-hung-up', digits: '11' }),
    undefined,
  );
});
