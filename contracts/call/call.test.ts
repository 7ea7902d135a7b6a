import test from 'ava';
import { CallEvent } from './event.ts';
import { Outcome } from './outcome.ts';
import { Prompt } from './prompt.ts';
import { Collect, Dial, Terminators } from './verb.ts';

const base = { id: 'core:1', at: 1 };

test('an outcome is a result with a reason of that result', (t) => {
  t.true(Outcome.safeParse({ result: 'success', reason: 'informed' }).success);
  t.false(Outcome.safeParse({ result: 'success', reason: 'bug' }).success);
  t.false(Outcome.safeParse({ result: 'server' }).success);
  t.false(Outcome.safeParse({ result: 'server', reason: 'bug', note: 'x' }).success);
});

const PATHS: [string, boolean][] = [
  ['ko/main/menu.wav', true],
  ['a.wav', true],
  ['ko/../../etc/passwd.wav', false],
  ['/etc/a.wav', false],
  ['ko//a.wav', false],
  ['ko/$caller.wav', false],
  ['ko/a!b.wav', false],
  ["ko/a'b.wav", false],
  ['ko/a b.wav', false],
  ['ko/메뉴.wav', false],
  ['ko/a.mp3', false],
  ['ko/a.wav\n', false],
];

for (const [path, allowed] of PATHS) {
  test(`${JSON.stringify(path)} is ${allowed ? 'a' : 'no'} prompt path`, (t) => {
    t.is(Prompt.safeParse({ kind: 'file', path }).success, allowed);
  });
}

test('keys that end an input are keys, or none', (t) => {
  for (const good of ['#', '*', '#*', '0123456789', 'none'])
    t.true(Terminators.safeParse(good).success, good);
  for (const bad of ['', 'any', 'nones', 'A', '# ', '#\n']) t.false(Terminators.safeParse(bad).success, bad);
});

test('a verb has its limits', (t) => {
  const collect = {
    kind: 'collect',
    verb: 1,
    expectMs: 1,
    prompts: [],
    min: 1,
    max: 4,
    terminators: '#',
    firstDigitMs: 5_000,
    interDigitMs: 3_000,
    secret: false,
  };
  t.true(Collect.safeParse(collect).success);
  for (const wrong of [
    { verb: 0 },
    { max: 65 },
    { min: 0 },
    { firstDigitMs: 999 },
    { secret: 'no' },
    { more: 1 },
  ]) {
    t.false(Collect.safeParse({ ...collect, ...wrong }).success, JSON.stringify(wrong));
  }
  const dial = { kind: 'dial', verb: 1, expectMs: 1, ringMs: 20_000 };
  t.true(Dial.safeParse({ ...dial, target: { kind: 'phone', digits: '07012345678' } }).success);
  t.false(Dial.safeParse({ ...dial, target: { kind: 'sip', uri: 'sip:a@b' } }).success);
});

test('an event says what it must and nothing else', (t) => {
  t.true(
    CallEvent.safeParse({ type: 'collected', ...base, verb: 1, result: 'digits', digits: '12*#' }).success,
  );
  t.false(
    CallEvent.safeParse({ type: 'collected', ...base, verb: 1, result: 'digits', digits: '12;x' }).success,
  );
  t.false(CallEvent.safeParse({ type: 'bridged', ...base, verb: 1 }).success);
  t.false(CallEvent.safeParse({ type: 'played', ...base, result: 'completed' }).success);
  t.false(CallEvent.safeParse({ type: 'unheard-of', ...base }).success);
});
