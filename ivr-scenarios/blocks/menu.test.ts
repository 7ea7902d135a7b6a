import test from 'ava';
import { menuBlock, SAID, SAID_SILENT, SAID_WRONG, scenarioOf } from '../testing/blocks.ts';
import { driveCall } from '../testing/call-driver.ts';
import { shippedPrompts } from '../testing/catalog.ts';

const ms = (path: string): number => shippedPrompts()[path]?.ms ?? 0;
const file = (path: string): object => ({ kind: 'file', path });

test('one try is one collect of one key, awaited as long as prompt and time-out can take', (t) => {
  const call = driveCall(scenarioOf({ first: menuBlock({}, { firstDigitMs: 4_000 }) }));
  t.deepEqual(call.verbs, [
    {
      kind: 'collect',
      verb: 1,
      prompts: [{ kind: 'file', path: SAID }],
      min: 1,
      max: 1,
      terminators: 'none',
      firstDigitMs: 4_000,
      interDigitMs: 3_000,
      secret: false,
      expectMs: ms(SAID) + 4_000,
    },
  ]);
});

test('the next try says what was wrong with the last one', (t) => {
  const call = driveCall(scenarioOf({ first: menuBlock({}) }));
  call.take({ type: 'collected', result: 'noInput', digits: '' });
  call.take({ type: 'collected', result: 'digits', digits: '7' });
  const said = call.verbs.map((verb) => (verb.kind === 'collect' ? verb.prompts[0] : undefined));
  t.deepEqual(said, [file(SAID), file(SAID_SILENT), file(SAID_WRONG)] as typeof said);
  const { ended } = call.take({ type: 'collected', result: 'noInput', digits: '' });
  t.deepEqual(
    call.steps().map((record) => [record.block, record.digits, record.outcome]),
    [
      ['main/first', undefined, 'noInput'],
      ['main/first', '7', 'wrongKey'],
      ['main/first', undefined, 'noInput'],
      ['main/end', undefined, 'done'],
    ],
  );
  t.deepEqual(ended, { result: 'success', reason: 'completed' });
});

test('coming back to a menu through a wire begins its tries anew', (t) => {
  const call = driveCall(scenarioOf({ first: menuBlock({ one: 'first' }, { tries: 2 }) }));
  call.take({ type: 'collected', result: 'noInput', digits: '' });
  call.take({ type: 'collected', result: 'digits', digits: '1' });
  call.take({ type: 'collected', result: 'noInput', digits: '' });
  t.is(call.last().ended, undefined);
  call.take({ type: 'collected', result: 'noInput', digits: '' });
  t.not(call.last().ended, undefined);
});

test('with longer keys the longest match wins and # ends the input', (t) => {
  const keys = { '1': 'one', '12': 'two', '123': 'three' };
  const next = { one: 'end', two: 'end', three: 'end' };
  const call = driveCall(scenarioOf({ first: menuBlock(next, { keys }) }));
  const [verb] = call.verbs;
  t.like(verb, { kind: 'collect', min: 1, max: 1, terminators: '#' });
  call.take({ type: 'collected', result: 'digits', digits: '1' });
  call.take({ type: 'collected', result: 'digits', digits: '2' });
  call.take({ type: 'collected', result: 'noInput', digits: '' });
  t.is(call.steps()[0]?.outcome, 'two');
});

test('a menu that uses # as a key does not end its input with it', (t) => {
  const call = driveCall(
    scenarioOf({ first: menuBlock({ one: 'end' }, { keys: { '#': 'one', '12': 'one' } }) }),
  );
  t.like(call.verbs[0], { terminators: 'none' });
});

test('an idle report counts as silence, but not right after the verb was issued', (t) => {
  const call = driveCall(scenarioOf({ first: menuBlock({}) }));
  t.deepEqual(call.take({ type: 'idle', at: call.now() + 500 }).verbs, []);
  t.is(call.take({ type: 'idle', at: call.now() + 5_000 }).verbs.length, 1);
});

test('a menu whose prompt is missing asks again, and the story says so', (t) => {
  const call = driveCall(scenarioOf({ first: menuBlock({}) }));
  call.take({ type: 'collected', result: 'missing', digits: '' });
  t.is(call.verbs.length, 2);
  t.true(
    call.steps().some((record) => record.block === 'engine/promptFailed' && record.outcome === 'missing'),
  );
});

const longKeys = menuBlock(
  { twelve: 'end', two: 'end' },
  { keys: { '1': 'one', '12': 'twelve', '2': 'two' }, interDigitMs: 2_000 },
);
const press = { type: 'collected', result: 'digits' } as const;

test('a key that no longer one begins with counts at once, and what follows is left to the next block', (t) => {
  const call = driveCall(scenarioOf({ first: longKeys }));
  t.like(call.verbs[0], { min: 1, max: 1, terminators: '#' });
  call.take({ ...press, digits: '2' });
  t.is(call.steps()[0]?.outcome, 'two');
});

test('a key that may go on is waited for, without a word and without a try', (t) => {
  const call = driveCall(scenarioOf({ first: longKeys }));
  call.take({ ...press, digits: '1' });
  t.like(call.verbs[1], { kind: 'collect', prompts: [], max: 1, firstDigitMs: 2_000, expectMs: 2_000 });
  call.take({ ...press, digits: '2' });
  t.like(call.steps()[0], { outcome: 'twelve', digits: '12' });
});

for (const [name, event, digits] of [
  ['silence after it', { type: 'collected', result: 'noInput', digits: '' }, '1'],
  ['a key that does not fit', { type: 'collected', result: 'digits', digits: '9' }, '19'],
] as const) {
  test(`the longest match wins: ${name} means the shorter key`, (t) => {
    const call = driveCall(scenarioOf({ first: longKeys }));
    call.take({ ...press, digits: '1' });
    call.take(event);
    t.like(call.steps()[0], { outcome: 'one', digits });
  });
}

test('a wrong beginning is a wrong key, and the next try begins with nothing', (t) => {
  const call = driveCall(scenarioOf({ first: longKeys }));
  call.take({ ...press, digits: '7' });
  t.like(call.verbs[1], { afresh: true });
  t.is(call.last().snapshot.frames[0]?.typed, undefined);
});
