import test from 'ava';
import { playBlock, scenarioOf } from '../testing/blocks.ts';
import { type CallDriver, driveCall } from '../testing/call-driver.ts';

const played = { type: 'played', result: 'completed' } as const;
const loopOutcomes = (call: CallDriver): (string | undefined)[] =>
  call.steps().flatMap(({ blockType, outcome }) => (blockType === 'loop' ? [outcome] : []));

test('again so many times, then over, then from the beginning', (t) => {
  const call = driveCall(
    scenarioOf({
      first: { type: 'loop', times: 2, next: { again: 'say', over: 'after' } },
      say: playBlock('first'),
      after: playBlock('first'),
    }),
  );
  for (let turn = 0; turn < 5; turn += 1) call.take(played);
  t.deepEqual(loopOutcomes(call), ['again', 'again', 'over', 'again', 'again', 'over']);
});

test('loops inside each other count by themselves', (t) => {
  const call = driveCall(
    scenarioOf({
      first: { type: 'loop', times: 2, next: { again: 'inner', over: 'end' } },
      inner: { type: 'loop', times: 2, next: { again: 'say', over: 'first' } },
      say: playBlock('inner'),
    }),
  );
  for (let turn = 0; turn < 4; turn += 1) call.take(played);
  t.is(call.kinds().filter((kind) => kind === 'play').length, 4);
  t.deepEqual(call.last().ended, { result: 'success', reason: 'completed' });
});

test('a part that is called again counts anew', (t) => {
  const call = driveCall(
    scenarioOf(
      {
        first: { type: 'subScenario', part: 'twice', next: { done: 'second' } },
        second: { type: 'subScenario', part: 'twice', next: { done: 'end' } },
      },
      {
        subScenarios: {
          twice: {
            entry: 'loop',
            blocks: {
              loop: { type: 'loop', times: 3, next: { again: 'say', over: 'back' } },
              say: playBlock('back'),
              back: { type: 'return', outcome: 'done' },
            },
          },
        },
      },
    ),
  );
  call.take(played);
  t.is(call.last().snapshot.frames.at(-1)?.loops?.loop, 1);
});

test('a loop without anything that waits ends at the limit of blocks', (t) => {
  const call = driveCall(
    scenarioOf({ first: { type: 'loop', times: 50, next: { again: 'first', over: 'first' } } }),
  );
  t.is(call.last().snapshot.closing?.reason, 'bug');
});
