import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { playBlock, SAID, SAID_SILENT, SAID_WRONG, scenarioOf } from '../testing/blocks.ts';
import { type CallDriver, driveCall } from '../testing/call-driver.ts';

const collect = (more: object = {}): ScenarioDraft['blocks'][string] => ({
  type: 'collect',
  prompts: [SAID],
  noInputPrompts: [SAID_SILENT],
  invalidPrompts: [SAID_WRONG],
  min: 3,
  max: 3,
  variable: 'code',
  confirm: { prompts: [{ say: 'digits', value: { variable: 'code' } }] },
  next: { collected: 'done', noInput: 'end', invalid: 'end' },
  ...more,
});
const calling = (more: object = {}): CallDriver =>
  driveCall(
    scenarioOf({ first: collect(more), done: playBlock('end') }, { variables: { code: { type: 'digits' } } }),
  );
const press = (call: CallDriver, digits: string): void => {
  call.take({ type: 'collected', result: digits === '' ? 'noInput' : 'digits', digits });
};
const paths = (call: CallDriver): (string | undefined)[] => {
  const verb = call.verbs.at(-1);
  return verb?.kind === 'collect'
    ? verb.prompts.map((prompt) => (prompt.kind === 'file' ? prompt.path : ''))
    : [verb?.kind];
};

test('what was typed is read back and one key is waited for', (t) => {
  const call = calling();
  press(call, '123');
  t.deepEqual(paths(call), ['ko/digit/1.wav', 'ko/digit/2.wav', 'ko/digit/3.wav']);
  t.like(call.verbs.at(-1), { min: 1, max: 1, terminators: 'none', secret: false });
  press(call, '1');
  t.is(call.last().snapshot.variables.code, '123');
  t.is(call.steps()[0]?.outcome, 'collected');
  t.is(call.steps()[0]?.digits, '123', 'the story keeps what was typed, not the yes');
});

test('no asks again from the beginning, as a try, and keeps nothing', (t) => {
  const call = calling({ tries: 2 });
  press(call, '123');
  press(call, '2');
  t.deepEqual(paths(call), [SAID]);
  t.is(call.last().snapshot.variables.code, null);
  press(call, '456');
  press(call, '2');
  t.is(call.steps().at(1)?.outcome, 'invalid');
  t.is(call.last().snapshot.variables.code, null);
});

test('silence and other keys are read back again, as tries', (t) => {
  const call = calling({ tries: 3 });
  press(call, '123');
  press(call, '');
  t.deepEqual(paths(call), ['ko/digit/1.wav', 'ko/digit/2.wav', 'ko/digit/3.wav']);
  press(call, '9');
  t.deepEqual(paths(call), ['ko/digit/1.wav', 'ko/digit/2.wav', 'ko/digit/3.wav']);
  press(call, '');
  t.deepEqual(
    call
      .steps()
      .map(({ outcome }) => outcome)
      .slice(0, 3),
    ['noInput', 'invalid', 'noInput'],
  );
});

test('a second visit begins with the question', (t) => {
  const call = calling({ next: { collected: 'first', noInput: 'end', invalid: 'end' } });
  press(call, '123');
  press(call, '1');
  t.deepEqual(paths(call), [SAID]);
});
