import test from 'ava';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { StepResult } from '../../ivr-scenarios/index.ts';
import { absorb, newCallState, nextDue } from './state.ts';

const record = (seq: number, outcome?: string): StepRecord => ({
  seq,
  block: `main/b${seq}`,
  blockType: 'play',
  enteredAt: seq,
  ...(outcome === undefined ? {} : { outcome }),
});
const result = (own: Partial<StepResult>): StepResult =>
  ({ snapshot: {}, verbs: [], deadlines: [], steps: [], ...own }) as StepResult;

test('a later record of the same number replaces the earlier one', (t) => {
  const state = newCallState();
  absorb(state, result({ steps: [record(1)] }));
  absorb(state, result({ steps: [record(1, 'done'), record(2)] }));
  t.deepEqual(Object.values(state.steps), [record(1, 'done'), record(2)]);
  t.is(state.stepCount, 2);
});

test('the first outcome stays', (t) => {
  const state = newCallState();
  absorb(state, result({ ended: { result: 'success', reason: 'informed' } }));
  absorb(state, result({ ended: { result: 'server', reason: 'bug' } }));
  t.deepEqual(state.outcome, { result: 'success', reason: 'informed' });
});

test('the highest verb counts, whatever the order', (t) => {
  const state = newCallState();
  absorb(
    state,
    result({
      verbs: [
        { kind: 'stop', verb: 9 },
        { kind: 'stop', verb: 4 },
      ],
    }),
  );
  t.is(state.lastVerb, 9);
});

test('what is due next is the earliest deadline or the awaited verb', (t) => {
  const state = newCallState();
  t.is(nextDue(state), undefined);
  state.deadlines = [
    { id: 'b', generation: 1, dueAt: 70 },
    { id: 'a', generation: 1, dueAt: 50 },
  ];
  t.is(nextDue(state), 50);
  const order = { kind: 'bridge', verb: 1, dial: 1 } as const;
  state.awaited = { order, dueAt: 40, misses: 0 };
  t.is(nextDue(state), 40);
});

test('the state of a call survives JSON', (t) => {
  const state = newCallState();
  absorb(state, result({ steps: [record(1)], verbs: [{ kind: 'stop', verb: 1 }] }));
  t.deepEqual(JSON.parse(JSON.stringify(state)), state);
});
