import test from 'ava';
import { simulate } from '../simulate/simulate.ts';
import { compiledDraft, shippedPrompts } from '../testing/catalog.ts';
import { type GoldenPath, goldenRun, untakenWires } from '../testing/golden.ts';
import { pinLine } from './pin-line.ts';

const compiled = compiledDraft(pinLine);
const path = (name: string, inputs: string[], blocks: string, outcome: string): GoldenPath => ({
  name,
  inputs,
  path: blocks,
  outcome,
});

const GOLDEN = [
  path('right PIN', ['246810'], 'enterPin checkPin result goodbye end', 'success/informed'),
  path(
    'right at last',
    ['111111', '222222', '246810'],
    'wrongPin enterPin checkPin result goodbye end',
    'success/informed',
  ),
  path(
    'three wrong PINs',
    ['111111', '222222', '333333'],
    'checkPin countAttempt mayRetry refused refusedEnd',
    'client/refused',
  ),
  path(
    'wrong form three times',
    ['tooShort:12', '12345*', 'tooShort:1'],
    'enterPin enterPin enterPin refused refusedEnd',
    'client/refused',
  ),
  path('silence', [], 'enterPin enterPin enterPin silent silentEnd', 'client/no-input'),
  path(
    'short, then right',
    ['tooShort:24', '246810'],
    'enterPin enterPin checkPin result goodbye end',
    'success/informed',
  ),
  path('hangs up while asked', ['hangup'], 'greeting enterPin', 'client/caller-hung-up'),
  path('hangs up during the result', ['246810', 'hangupNow'], 'checkPin result', 'client/caller-hung-up'),
  path('media lost', ['246810', 'mediaLost'], 'checkPin result', 'server/media-lost'),
];

for (const golden of GOLDEN) {
  test(`PIN line: ${golden.name} ends ${golden.outcome}`, (t) => {
    t.deepEqual(goldenRun(compiled, golden), golden);
  });
}

test('PIN line: golden paths take every wire', (t) => {
  t.deepEqual(untakenWires(compiled, GOLDEN), []);
});

test('PIN line: the PIN shows neither in records nor in what is played', (t) => {
  const call = simulate(compiled, ['111111', '246810']);
  const told = JSON.stringify([call.steps, call.verbs, call.lines]);
  t.notRegex(told, /111111|246810/);
  t.deepEqual(
    call.steps.filter((record) => record.digits !== undefined).map((record) => record.digits),
    ['***', '***'],
  );
});

test('PIN line: says the ticket digit by digit and the date in Korean', (t) => {
  const { lines } = simulate(compiled, ['246810'], shippedPrompts());
  t.true(
    lines.includes(
      'hears: 확인되었습니다. 최근 접수 번호는 칠 공 삼 일 이 입니다. 접수일은 이천 이십 육 년 삼월 십 칠 일 입니다.',
    ),
    lines.join('\n'),
  );
});
