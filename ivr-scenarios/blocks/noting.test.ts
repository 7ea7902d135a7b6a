import test from 'ava';
import { playBlock, scenarioOf } from '../testing/blocks.ts';
import { driveCall } from '../testing/call-driver.ts';

test('tags and log lines stand in the story of the call, and the call goes on', (t) => {
  const call = driveCall(
    scenarioOf(
      {
        first: { type: 'tag', tags: ['VIP', '재통화'], next: { done: 'log' } },
        log: { type: 'log', text: '등급 확인', values: ['grade', 'none'], next: { done: 'say' } },
        say: playBlock('end'),
      },
      { variables: { grade: { type: 'text', initial: 'gold' }, none: { type: 'text' } } },
    ),
  );
  t.deepEqual(
    call.steps().map(({ note, outcome }) => [note, outcome]),
    [
      ['VIP\n재통화', 'done'],
      ['등급 확인 grade=gold none=', 'done'],
      [undefined, undefined],
    ],
  );
  t.deepEqual(call.kinds(), ['play']);
});

test('a note is never longer than its record allows', (t) => {
  const values = Array.from({ length: 10 }, (_, index) => `v${index}`);
  const call = driveCall(
    scenarioOf(
      { first: { type: 'log', text: 'x'.repeat(200), values, next: { done: 'end' } } },
      {
        variables: Object.fromEntries(
          values.map((name) => [name, { type: 'text', initial: 'y'.repeat(200) }]),
        ),
      },
    ),
  );
  t.is(call.steps()[0]?.note?.length, 400);
});
