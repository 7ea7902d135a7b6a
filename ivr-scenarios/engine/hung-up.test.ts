import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { connectBlock, menuBlock, playBlock, SAID, scenarioOf } from '../testing/blocks.ts';
import { driveCall } from '../testing/call-driver.ts';

const HANGS_UP = { type: 'hungUp', cause: 'NORMAL_CLEARING', by: 'caller' } as const;

for (const [by, outcome] of [
  ['caller', { result: 'client', reason: 'caller-hung-up' }],
  ['peer', { result: 'client', reason: 'caller-hung-up' }],
  ['us', { result: 'server', reason: 'engine-unavailable' }],
  ['switch', { result: 'server', reason: 'media-lost' }],
] as const) {
  test(`a call that reached nothing and is ended by ${by} is ${outcome.result}/${outcome.reason}`, (t) => {
    const call = driveCall(scenarioOf({ first: menuBlock({}) }));
    const { ended, verbs } = call.take({ ...HANGS_UP, by });
    t.deepEqual([ended, verbs], [outcome, []]);
  });
}

test('whoever heard the information to its end was informed', (t) => {
  const informs: ScenarioDraft['blocks'][string] = {
    type: 'play',
    prompts: [SAID],
    informs: true,
    next: { done: 'bye' },
  };
  const half = driveCall(scenarioOf({ first: informs, bye: playBlock('end') }));
  t.deepEqual(half.take(HANGS_UP).ended, { result: 'client', reason: 'caller-hung-up' });
  const whole = driveCall(scenarioOf({ first: informs, bye: playBlock('end') }));
  whole.take({ type: 'played', result: 'completed' });
  t.deepEqual(whole.take(HANGS_UP).ended, { result: 'success', reason: 'informed' });
});

test('who hears that the far end is busy and hangs up was failed by the far end', (t) => {
  const call = driveCall(scenarioOf({ first: connectBlock({ busy: 'sorry' }), sorry: playBlock('end') }));
  call.take({ type: 'leg', verb: 1, state: 'ended', cause: 'USER_BUSY' });
  t.deepEqual(call.take(HANGS_UP).ended, { result: 'upstream', reason: 'busy' });
});

test('the record of the block that the caller left says so', (t) => {
  const call = driveCall(scenarioOf({ first: menuBlock({}) }));
  call.take(HANGS_UP);
  t.like(call.steps()[0], { block: 'main/first', outcome: 'hungUp', leftAt: call.now() });
});

const handled = scenarioOf(
  {
    first: { type: 'subScenario', part: 'ask', next: { done: 'end' } },
    late: {
      type: 'condition',
      when: { variable: 'rounds', op: 'gt', to: { literal: 0 } },
      next: { yes: 'tried', no: 'end' },
    },
    tried: { type: 'hangup', outcome: { result: 'client', reason: 'wrong-input' } },
  },
  {
    onHungUp: 'late',
    variables: { rounds: { type: 'number', initial: 0 } },
    subScenarios: {
      ask: {
        entry: 'menu',
        blocks: {
          menu: menuBlock({ one: 'count', noInput: 'back', wrongKey: 'back' }),
          count: { type: 'set', assign: [{ variable: 'rounds', add: 1 }], next: { done: 'menu' } },
          back: { type: 'return', outcome: 'done' },
        },
      },
    },
  },
);

test('the handler decides the outcome with the variables of the call, from any depth, and issues nothing', (t) => {
  const fresh = driveCall(handled);
  t.deepEqual(fresh.take(HANGS_UP).ended, { result: 'client', reason: 'caller-hung-up' });
  const later = driveCall(handled);
  later.take({ type: 'collected', result: 'digits', digits: '1' });
  const { ended, verbs } = later.take(HANGS_UP);
  t.deepEqual([ended, verbs], [{ result: 'client', reason: 'wrong-input' }, []]);
});

test('a handler that would speak is cut short', (t) => {
  const call = driveCall(scenarioOf({ first: menuBlock({}), late: playBlock('end') }, { onHungUp: 'late' }));
  const { ended, verbs } = call.take(HANGS_UP);
  t.deepEqual([ended, verbs], [{ result: 'client', reason: 'caller-hung-up' }, []]);
});

test('a lost channel ends the call as ours, with its legs', (t) => {
  const call = driveCall(scenarioOf({ first: connectBlock() }));
  const { ended, verbs } = call.take({ type: 'mediaLost', reason: 'channel-gone' });
  t.deepEqual(ended, { result: 'server', reason: 'media-lost' });
  t.deepEqual(
    verbs.map((verb) => verb.kind),
    ['cancelDial'],
  );
});

test('after its end a call takes nothing any more', (t) => {
  const call = driveCall(scenarioOf({ first: menuBlock({}) }));
  const { snapshot } = call.take(HANGS_UP);
  const after = call.take({ type: 'collected', verb: 1, result: 'digits', digits: '1' });
  t.is(after.snapshot, snapshot);
  t.deepEqual([after.verbs, after.steps, after.ended], [[], [], undefined]);
});
