import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { menuBlock, scenarioOf } from '../testing/blocks.ts';
import { driveCall } from '../testing/call-driver.ts';

const draft: ScenarioDraft = scenarioOf(
  {
    first: {
      type: 'subScenario',
      part: 'ask',
      with: { topic: { variable: 'given' }, size: { literal: 2 } },
      next: { done: 'after' },
    },
    after: menuBlock({}),
  },
  {
    variables: {
      given: { type: 'text', initial: '요금' },
      topic: { type: 'text', initial: 'before' },
      size: { type: 'number', initial: 1 },
    },
    handlers: { operatorCommand: 'after' },
    subScenarios: {
      ask: {
        entry: 'menu',
        parameters: ['topic', 'size'],
        blocks: {
          menu: menuBlock({ one: 'change', noInput: 'back', wrongKey: 'back' }),
          change: { type: 'set', assign: [{ variable: 'size', add: 10 }], next: { done: 'back' } },
          back: { type: 'return', outcome: 'done' },
        },
      },
    },
  },
);

test('parameters have their values inside, and what they held before when the part has returned', (t) => {
  const call = driveCall(draft);
  t.like(call.last().snapshot.variables, { topic: '요금', size: 2 });
  call.take({ type: 'collected', result: 'digits', digits: '1' });
  t.like(call.last().snapshot.variables, { topic: 'before', size: 1, given: '요금' });
  t.is(call.last().snapshot.frames.length, 1);
});

test('a handler that leads out of the part gives them back too', (t) => {
  const call = driveCall(draft);
  call.take({ type: 'commanded', command: 'handler' });
  t.like(call.last().snapshot.variables, { topic: 'before', size: 1 });
});
