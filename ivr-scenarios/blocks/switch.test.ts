import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { playBlock, scenarioOf } from '../testing/blocks.ts';
import { driveCall } from '../testing/call-driver.ts';

const CASES = [
  { outcome: 'vip', is: ['gold', 7, true] },
  { outcome: 'young', from: 10, to: 19 },
  { outcome: 'summer', from: '20260601', to: '20260831' },
  { outcome: 'adult', from: 20 },
  { outcome: 'mobile', startsWith: '010' },
];

function leftBy(initial: string | number | boolean | null): string | undefined {
  const outcomes = ['vip', 'young', 'summer', 'adult', 'mobile', 'otherwise'];
  const first: ScenarioDraft['blocks'][string] = {
    type: 'switch',
    variable: 'v',
    cases: CASES,
    next: Object.fromEntries(outcomes.map((outcome) => [outcome, 'say'])),
  };
  const call = driveCall(
    scenarioOf({ first, say: playBlock('end') }, { variables: { v: { type: 'text', initial } } }),
  );
  return call.steps()[0]?.outcome;
}
for (const [value, outcome] of [
  ['gold', 'vip'],
  [7, 'vip'],
  ['7', 'otherwise'],
  [true, 'vip'],
  [10, 'young'],
  [19, 'young'],
  [20, 'adult'],
  ['20260831', 'summer'],
  ['20260901', 'otherwise'],
  ['01012345678', 'mobile'],
  [null, 'otherwise'],
] as const) {
  test(`${JSON.stringify(value)} is ${outcome}`, (t) => {
    t.is(leftBy(value), outcome);
  });
}
