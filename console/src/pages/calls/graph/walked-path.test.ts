import test from 'ava';
import type { StepView } from '../../../../../contracts/api/calls.ts';
import { walkedPath, wireKey } from './walked-path.ts';

const step = (seq: number, block: string, outcome: string | null): StepView => ({
  seq,
  block,
  blockType: 'menu',
  verb: null,
  verbKind: null,
  prompts: [],
  digits: null,
  recording: null,
  outcome,
  durationMs: null,
  enteredAt: '2026-09-21T14:00:00.000Z',
  leftAt: outcome === null ? null : '2026-09-21T14:00:01.000Z',
});

test('visits and wires are counted, and the engine is no place', (t) => {
  const path = walkedPath(
    [
      step(3, 'main/menu', 'agent'),
      step(1, 'main/menu', 'repeat'),
      step(2, 'engine/promptFailed', 'missing'),
      step(4, 'main/agent', null),
    ],
    true,
  );
  t.deepEqual(
    [...path.visits],
    [
      ['main/menu', 2],
      ['main/agent', 1],
    ],
  );
  t.is(path.wires.get(wireKey('main/menu', 'repeat')), 1);
  t.deepEqual(path.places, ['main/menu', 'main/menu', 'main/agent']);
  t.is(path.here, 'main/agent');
});

test('in a sub-scenario the call is in the inner block; over, it is nowhere', (t) => {
  const steps = [step(1, 'main/ask', null), step(2, 'ask/question', null)];
  t.is(walkedPath(steps, true).here, 'ask/question');
  t.is(walkedPath(steps, false).here, null);
});
