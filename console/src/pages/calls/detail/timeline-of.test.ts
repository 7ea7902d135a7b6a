import test from 'ava';
import type { StepView } from '../../../../../contracts/api/calls.ts';
import { placeOf, timelineOf } from './timeline-of.ts';

const step = (seq: number, block: string, more: Partial<StepView> = {}): StepView => ({
  seq,
  block,
  blockType: 'play',
  verb: null,
  verbKind: null,
  prompts: [],
  digits: null,
  recording: null,
  outcome: 'done',
  durationMs: 2_500,
  enteredAt: '2026-09-21T14:00:00.000Z',
  leftAt: '2026-09-21T14:00:02.500Z',
  ...more,
});
const open = { outcome: null, leftAt: null, durationMs: null };

test('blocks come in their order, each with its time', (t) => {
  const items = timelineOf([step(2, 'main/menu', { digits: '3' }), step(1, 'main/greeting')], false);
  t.deepEqual(
    items.map(({ name, ms, pressed }) => [name, ms, pressed.kind]),
    [
      ['greeting', 2_500, 'nothing'],
      ['menu', 2_500, 'keys'],
    ],
  );
});

test('a secret is a secret, not three stars', (t) => {
  const [item] = timelineOf([step(1, 'main/pin', { digits: '***' })], false);
  t.deepEqual(item?.pressed, { kind: 'secret' });
});

test('of several open blocks the newest is the one that a live call is in', (t) => {
  const steps = [step(1, 'main/callSub', open), step(2, 'ask/question', open)];
  t.deepEqual(
    timelineOf(steps, true).map(({ now }) => now),
    ['around', 'here'],
  );
  t.deepEqual(
    timelineOf(steps, false).map(({ now }) => now),
    [null, null],
  );
});

test('what the engine did by itself is told apart from blocks', (t) => {
  const [item] = timelineOf(
    [step(1, 'engine/promptFailed', { blockType: 'engine', outcome: 'missing' })],
    true,
  );
  t.like(item, { name: 'promptFailed', byEngine: true, part: null });
  t.deepEqual(placeOf('menu'), { part: 'main', name: 'menu' });
});
