import test from 'ava';
import { judge, type Look, type Verdict } from './judge.ts';

const good: Look = { findings: [], others: 0.02, rawEslP95: undefined };
const late: Look = { findings: ['turn, idle p50 90 ms, allowed 67'], others: 0.02, rawEslP95: undefined };
const lateBeside: Look = { ...late, rawEslP95: 62 };
const busy: Look = { ...late, others: 0.4 };
const slowMachine: Look = { ...late, others: undefined, rawEslP95: 180 };

const kinds: [string, Look[], Verdict['kind']][] = [
  ['in time', [good], 'passed'],
  ['in time although others took much', [{ ...good, others: 0.9 }], 'passed'],
  ['late once', [late], 'look again'],
  ['late, then in time', [late, good], 'passed'],
  ['late twice', [late, lateBeside], 'failed'],
  [
    'late twice where the system tells nothing of others',
    [
      { ...late, others: undefined },
      { ...lateBeside, others: undefined },
    ],
    'failed',
  ],
  ['late beside others once', [busy], 'look again'],
  ['late beside others twice', [busy, busy], 'skipped'],
  ['late as a plain script is, twice', [slowMachine, slowMachine], 'skipped'],
  ['late beside others, then late alone', [busy, lateBeside], 'look again'],
  ['the same, then late alone again', [busy, lateBeside, lateBeside], 'failed'],
  ['the same, then beside others again', [busy, lateBeside, busy], 'skipped'],
  ['the same, then in time', [busy, lateBeside, good], 'passed'],
];
for (const [what, looks, kind] of kinds) test(`${what}: ${kind}`, (t) => t.is(judge(looks).kind, kind));

test('what is skipped says why, what failed says what was late', (t) => {
  t.regex(judge([busy, slowMachine]).words, /other programs took 40 %.*plain script.*180 ms.*turn, idle p50/);
  t.is(judge([late, lateBeside]).words, 'turn, idle p50 90 ms, allowed 67');
});

test('whatever the runs are, a verdict stands after three', (t) => {
  const all = [good, late, lateBeside, busy, slowMachine];
  for (const a of all) for (const b of all) for (const c of all) t.not(judge([a, b, c]).kind, 'look again');
});
