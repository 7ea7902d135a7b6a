import test from 'ava';
import fc from 'fast-check';
import { mainLine } from '../catalog/main-line.ts';
import { arbitraryScenario } from '../testing/arbitrary-scenario.ts';
import { menuBlock, playBlock, scenarioOf } from '../testing/blocks.ts';
import { differenceOf } from './difference.ts';

const before = scenarioOf({ first: menuBlock({ one: 'yes' }), yes: playBlock('end') });

test('a document does not differ from itself, nor from itself with its defaults written down', (t) => {
  const same = { blocks: [], document: [] };
  t.deepEqual(differenceOf(mainLine, mainLine), same);
  const written = { ...before, variables: {}, calendars: {}, subScenarios: {} };
  t.deepEqual(differenceOf(before, written), same);
});

test('blocks that came, went and changed are told with their fields', (t) => {
  const after = scenarioOf({
    first: { ...menuBlock({ one: 'no' }), label: '선택' } as (typeof before.blocks)[string],
    no: playBlock('end'),
  });
  const { blocks, document } = differenceOf(before, after);
  t.deepEqual(document, []);
  t.deepEqual(
    blocks.map(({ place, kind, type }) => `${kind} ${type} ${place}`),
    ['changed menu main/first', 'added play main/no', 'removed play main/yes'],
  );
  t.is(blocks[0]?.label, '선택');
  t.deepEqual(blocks[0]?.changes, [
    { field: 'label', before: null, after: '"선택"' },
    { field: 'next.one', before: '"yes"', after: '"no"' },
  ]);
});

test('settings beside the blocks are told by their names', (t) => {
  const after = scenarioOf(before.blocks, {
    name: '새 이름',
    variables: { n: { type: 'number' } },
    handlers: { operatorCommand: 'end' },
    subScenarios: { pay: { entry: 'back', blocks: { back: { type: 'return', outcome: 'done' } } } },
  });
  const { blocks, document } = differenceOf(before, after);
  t.deepEqual(
    blocks.map(({ place }) => place),
    ['pay/back'],
  );
  t.deepEqual(
    document.map(({ field }) => field).sort(),
    ['handlers.operatorCommand', 'name', 'pay.entry', 'pay.parameters', 'variables.n'].sort(),
  );
});

test('long values are shown short and compared whole', (t) => {
  const long = (last: string) =>
    scenarioOf({ first: { ...playBlock('end'), label: undefined } }, { name: last });
  const words = 'x'.repeat(400);
  const said = (end: string) =>
    scenarioOf({
      first: { type: 'play', prompts: [{ text: words + end }], next: { done: 'end' } },
    });
  t.deepEqual(differenceOf(long('a'), long('a')).document, []);
  const { blocks } = differenceOf(said('a'), said('b'));
  t.is(blocks[0]?.changes.length, 1);
  t.true((blocks[0]?.changes[0]?.after?.length ?? 0) <= 300);
});

test('any two documents are compared without a throw, and one with itself gives nothing', (t) => {
  fc.assert(
    fc.property(fc.oneof(arbitraryScenario, fc.jsonValue()), fc.jsonValue(), (left, right) => {
      t.true(Array.isArray(differenceOf(left, right).blocks));
      t.deepEqual(differenceOf(left, left), { blocks: [], document: [] });
    }),
    { numRuns: 300 },
  );
});
