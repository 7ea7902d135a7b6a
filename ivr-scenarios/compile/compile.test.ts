import test from 'ava';
import fc from 'fast-check';
import { Scenario, type ScenarioDraft } from '../../contracts/scenario/document.ts';
import { mainLine } from '../catalog/main-line.ts';
import { playBlock, SAID, scenarioOf } from '../testing/blocks.ts';
import { compiledDraft, shippedPrompts } from '../testing/catalog.ts';
import { makeLargeScenario } from '../testing/large-scenario.ts';
import { canonicalJson } from './canonical-json.ts';

type Block = ScenarioDraft['blocks'][string];
const prompts = shippedPrompts();

test('a part embeds the lengths of exactly the prompts that it can play', (t) => {
  const compiled = compiledDraft(
    scenarioOf(
      { first: { type: 'subScenario', part: 'sub', next: { done: 'end' } } },
      {
        subScenarios: {
          sub: {
            entry: 'say',
            blocks: { say: playBlock('back'), back: { type: 'return', outcome: 'done' } },
          },
        },
      },
    ),
  );
  t.deepEqual(compiled.parts.main?.durations, {
    'ko/system/apology.wav': prompts['ko/system/apology.wav']?.ms,
    'ko/system/prompt-failed.wav': prompts['ko/system/prompt-failed.wav']?.ms,
  });
  t.deepEqual(Object.keys(compiled.parts.sub?.durations ?? {}), [
    SAID,
    'ko/system/apology.wav',
    'ko/system/prompt-failed.wav',
  ]);
});

test('a sentence with a number brings the pieces of numbers along', (t) => {
  const say: Block = {
    type: 'say',
    prompts: [{ say: 'number', value: { literal: 3 } }],
    next: { done: 'end' },
  };
  const { parts } = compiledDraft(scenarioOf({ first: say }));
  t.true(Object.hasOwn(parts.main?.durations ?? {}, 'ko/number/10000.wav'));
  t.false(Object.hasOwn(parts.main?.durations ?? {}, 'ko/date/year.wav'));
});

test('a text becomes the file that says it', (t) => {
  const say: Block = {
    type: 'say',
    prompts: [{ text: ' 이용해  주셔서 감사합니다. ' }],
    next: { done: 'end' },
  };
  const { parts } = compiledDraft(scenarioOf({ first: say }));
  t.like(parts.main?.blocks.first, { prompts: ['ko/main/goodbye.wav'] });
});

test('parts are plain JSON, without what only people read', (t) => {
  const labelled = scenarioOf({ first: { ...playBlock('end'), label: '인사' } });
  const compiled = compiledDraft(labelled);
  t.deepEqual(JSON.parse(JSON.stringify(compiled)), compiled);
  t.notRegex(JSON.stringify(compiled), /인사/);
});

test('three parts of a 300-block scenario stay far below 64 KB', (t) => {
  const { parts } = compiledDraft(makeLargeScenario(300));
  const sizes = Object.values(parts).map((part) => JSON.stringify(part).length);
  t.is(Object.values(parts).flatMap((part) => Object.keys(part.blocks)).length, 314);
  t.true(Math.max(...sizes) * 4 < 65_536, String(sizes));
});

test('canonical JSON does not depend on the order of keys', (t) => {
  t.is(
    canonicalJson({ b: [1, { d: null, c: '한' }], a: undefined, aa: true }),
    '{"aa":true,"b":[1,{"c":"한","d":null}]}',
  );
  const document = Scenario.parse(mainLine);
  const shuffled = { ...document, blocks: Object.fromEntries(Object.entries(document.blocks).reverse()) };
  t.is(canonicalJson(shuffled), canonicalJson(document));
});

test('canonical JSON says the same as JSON', (t) => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      t.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)));
    }),
  );
});
