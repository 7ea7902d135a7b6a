import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { connectBlock, menuBlock, playBlock, scenarioOf } from '../testing/blocks.ts';
import { driveCall } from '../testing/call-driver.ts';

const TOO_LONG = { result: 'server', reason: 'too-long' };

test('the 301st sound is the apology, then the call ends as too long', (t) => {
  const call = driveCall(scenarioOf({ first: menuBlock({ one: 'first' }) }));
  for (let turn = 0; turn < 300; turn += 1) call.take({ type: 'collected', result: 'digits', digits: '1' });
  t.is(call.verbs.filter((verb) => verb.kind === 'collect').length, 300);
  t.like(call.verbs.at(-1), { kind: 'play', prompts: [{ kind: 'file', path: 'ko/system/apology.wav' }] });
  call.take({ type: 'played', result: 'completed' });
  t.is(call.verbs.at(-1)?.kind, 'hangup');
  t.deepEqual(call.last().ended, TOO_LONG);
});

test('after sixty minutes: legs ended, apology, hang-up', (t) => {
  const call = driveCall(scenarioOf({ first: connectBlock() }));
  const limit = call.last().deadlines.find((deadline) => deadline.id === 'call-limit');
  t.is(limit?.dueAt, 1_000_000 + 3_600_000);
  call.take({ type: 'leg', verb: 1, state: 'answered' });
  call.take({ type: 'bridged' });
  call.take({ type: 'deadline', deadline: 'call-limit', generation: limit?.generation ?? 0 });
  t.deepEqual(call.kinds().slice(4), ['cancelDial', 'stop', 'play']);
  call.take({ type: 'played', result: 'completed' });
  t.deepEqual(call.last().ended, TOO_LONG);
});

test('an apology whose end is never reported is cut by a deadline', (t) => {
  const call = driveCall(scenarioOf({ first: menuBlock({}) }));
  const limit = call.last().deadlines[0];
  call.take({ type: 'deadline', deadline: 'call-limit', generation: limit?.generation ?? 0 });
  const closing = call.last().deadlines.find((deadline) => deadline.id === 'closing');
  call.take({ type: 'deadline', deadline: 'closing', generation: closing?.generation ?? 0 });
  t.is(call.verbs.at(-1)?.kind, 'hangup');
  t.deepEqual(call.last().deadlines, []);
});

test('who hangs up during the apology does not change whose fault it was', (t) => {
  const call = driveCall(scenarioOf({ first: menuBlock({}) }));
  call.take({ type: 'deadline', deadline: 'call-limit', generation: 1 });
  const { ended, verbs } = call.take({ type: 'hungUp', cause: 'NORMAL_CLEARING', by: 'caller' });
  t.deepEqual([ended, verbs], [TOO_LONG, []]);
});

test('more than 2,000 events end the call, and ignored ones do not count', (t) => {
  const call = driveCall(
    scenarioOf({
      first: {
        type: 'businessHours',
        calendar: 'office',
        next: { open: 'first', closed: 'end', lunch: 'end', holiday: 'end' },
      },
    }),
  );
  for (let event = 0; event < 2_000; event += 1) {
    call.take({ type: 'hours', verdict: 'open' });
    call.take({ type: 'played', verb: 9_999, result: 'completed' });
  }
  t.is(call.last().snapshot.status, 'running');
  call.take({ type: 'hours', verdict: 'open' });
  t.is(call.last().snapshot.status, 'closing');
});

const RUNAWAYS: [string, ScenarioDraft][] = [
  [
    'conditions in a circle',
    scenarioOf(
      {
        first: { type: 'set', assign: [{ variable: 'n', add: 1 }], next: { done: 'check' } },
        check: {
          type: 'condition',
          when: { variable: 'n', op: 'lt', to: { literal: -1 } },
          next: { yes: 'end', no: 'first' },
        },
      },
      { variables: { n: { type: 'number', initial: 0 } } },
    ),
  ],
  [
    'a sub-scenario that calls itself',
    scenarioOf(
      { first: { type: 'subScenario', part: 'p', next: { done: 'end' } } },
      {
        subScenarios: {
          p: { entry: 'again', blocks: { again: { type: 'subScenario', part: 'p', next: {} } } },
        },
      },
    ),
  ],
  [
    'a sub-scenario called for ever',
    scenarioOf(
      { first: { type: 'subScenario', part: 'p', next: { done: 'first' } } },
      { subScenarios: { p: { entry: 'back', blocks: { back: { type: 'return', outcome: 'done' } } } } },
    ),
  ],
  ['an outcome without a wire', scenarioOf({ first: { type: 'answer', next: {} } })],
  ['a block wired to itself', scenarioOf({ first: { type: 'answer', next: { done: 'first' } } })],
  ['an entry that does not exist', scenarioOf({ other: playBlock('end') })],
];

for (const [name, draft] of RUNAWAYS) {
  test(`forced in: ${name} ends with the apology as a bug`, (t) => {
    const call = driveCall(draft);
    t.is(call.last().snapshot.status, 'closing');
    t.is(call.verbs.at(-1)?.kind, 'play');
    t.true(call.verbs.length < 500);
    call.take({ type: 'played', result: 'completed' });
    t.deepEqual(call.last().ended, { result: 'server', reason: 'bug' });
  });
}
