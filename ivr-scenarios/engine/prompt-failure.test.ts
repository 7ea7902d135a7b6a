import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { menuBlock, playBlock, SAID, SAID_SILENT, scenarioOf } from '../testing/blocks.ts';
import { type CallDriver, driveCall } from '../testing/call-driver.ts';
import { shippedPrompts } from '../testing/catalog.ts';

const SORRY = 'ko/system/prompt-failed.wav';
const missing = { type: 'played', result: 'missing' } as const;
const played = { type: 'played', result: 'completed' } as const;
const unheard = { type: 'collected', result: 'missing', digits: '' } as const;
const said = (call: CallDriver): (string | undefined)[] =>
  call.verbs.map((verb) =>
    verb.kind === 'play' || verb.kind === 'collect'
      ? verb.prompts.map((prompt) => (prompt.kind === 'file' ? prompt.path : prompt.kind)).join()
      : verb.kind,
  );
const wiredPlay = (next: Record<string, string>): ScenarioDraft['blocks'][string] => ({
  type: 'play',
  prompts: [SAID],
  next,
});

test('the wire of the block comes first', (t) => {
  const call = driveCall(
    scenarioOf(
      { first: wiredPlay({ done: 'end', promptFailed: 'other' }), other: playBlock('end', SAID_SILENT) },
      { handlers: { promptFailed: 'end' } },
    ),
  );
  call.take(missing);
  t.deepEqual(said(call), [SAID, SAID_SILENT]);
  t.is(call.steps()[0]?.outcome, 'promptFailed');
});

test('then the handler, from any depth, once a call', (t) => {
  const call = driveCall(
    scenarioOf(
      {
        first: { type: 'subScenario', part: 'deep', next: { done: 'end' } },
        handler: playBlock('first', SAID_SILENT),
      },
      {
        handlers: { promptFailed: 'handler' },
        subScenarios: {
          deep: {
            entry: 'say',
            blocks: { say: playBlock('back'), back: { type: 'return', outcome: 'done' } },
          },
        },
      },
    ),
  );
  call.take(missing);
  t.deepEqual(said(call), [SAID, 'stop', SAID_SILENT]);
  t.is(call.last().snapshot.frames.length, 1);
  call.take(missing);
  t.is(said(call).at(-1), SORRY, 'a handler whose prompt is missing too does not lead to itself');
  call.take(played);
  call.take(missing);
  t.is(call.last().ended?.result, 'success');
});

test('without either the engine says so, once a call, and goes on', (t) => {
  const call = driveCall(
    scenarioOf({ first: playBlock('second'), second: playBlock('third'), third: playBlock('end') }),
  );
  call.take(missing);
  t.deepEqual(said(call), [SAID, SORRY]);
  call.take(played);
  call.take(missing);
  t.deepEqual(said(call), [SAID, SORRY, SAID, SAID]);
  t.deepEqual(
    call.steps().map(({ block }) => block),
    ['main/first', 'engine/promptFailed', 'main/second', 'engine/promptFailed', 'main/third'],
  );
});

test('a menu that nobody heard is asked again after it', (t) => {
  const call = driveCall(scenarioOf({ first: menuBlock({}) }));
  call.take(unheard);
  t.deepEqual(said(call), [SAID, SORRY]);
  call.take({ ...played, result: 'missing' });
  t.deepEqual(said(call), [SAID, SORRY, SAID_SILENT], 'even if that file is missing too');
  t.is(call.steps()[0]?.outcome, 'noInput');
});

test('while it is said, other events mean nothing', (t) => {
  const call = driveCall(scenarioOf({ first: menuBlock({}) }));
  call.take(unheard);
  t.deepEqual(call.take({ ...unheard, verb: 1 }).verbs, []);
  call.take({ type: 'idle', at: call.now() + 9_000 });
  t.is(said(call).at(-1), SAID_SILENT, 'its end was lost');
});

test('a version that was published before there was such a sentence goes on as it did', (t) => {
  const { [SORRY]: _none, ...catalog } = shippedPrompts();
  const call = driveCall(scenarioOf({ first: playBlock('second'), second: playBlock('end') }), 0, catalog);
  call.take(missing);
  t.deepEqual(said(call), [SAID, SAID]);
});

test('what informs has not informed when it was not heard', (t) => {
  const call = driveCall(
    scenarioOf({
      first: { type: 'play', prompts: [SAID], informs: true, next: { done: 'second' } },
      second: playBlock('end'),
    }),
  );
  call.take(missing);
  call.take(played);
  t.false(call.last().snapshot.reached.informed);
});
