import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import type { ScenarioPart } from '../../contracts/scenario/part.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import { SAID, scenarioOf } from '../testing/blocks.ts';
import { compiledDraft, shippedPrompts } from '../testing/catalog.ts';

const GREETING = '7f3f0b62-6a44-4a53-9d1c-0d3e3bf7d7a1';
const SONG = '0d4c1a58-2a0e-4f0c-8a77-3b6a3d6f1c11';
const own: PromptCatalog = {
  'u/aaaa.wav': { ms: 1_000, text: '어서 오세요.', prompt: GREETING, language: 'ko' },
  'u/bbbb.wav': { ms: 1_100, text: 'Welcome.', prompt: GREETING, language: 'en' },
  'u/cccc.wav': { ms: 60_000, text: '', prompt: SONG, language: 'ko' },
  'u/dddd.wav': { ms: 800, text: '잠시만요.', language: 'ko' },
  'u/eeee.wav': { ms: 900, text: 'One moment.', language: 'en' },
};
const catalog = { ...shippedPrompts(), ...own };
type Items = Extract<ScenarioDraft['blocks'][string], { type: 'play' }>['prompts'];

function compiled(prompts: Items, more: Partial<ScenarioDraft> = {}): ScenarioPart {
  const draft = scenarioOf({ first: { type: 'play', prompts, next: { done: 'end' } } }, more);
  const { main } = compiledDraft(draft, catalog).parts;
  if (main === undefined) throw new TypeError('no main part');
  return main;
}
const items = (prompts: Items, more: Partial<ScenarioDraft> = {}): unknown => {
  const block = compiled(prompts, more).blocks.first;
  return block?.type === 'play' ? block.prompts : undefined;
};
const both: Partial<ScenarioDraft> = { languages: ['ko', 'en'] };
const moment: Items[number] = { text: '잠시만요.', in: { en: 'One  moment.' } };

test('with one language everything is a plain path', (t) => {
  t.deepEqual(items([SAID, { prompt: GREETING }, moment]), [SAID, 'u/aaaa.wav', 'u/dddd.wav']);
});

test('with more there is a file for each language that has one', (t) => {
  t.deepEqual(items(['ko/system/accept.wav', { prompt: GREETING }, moment, SAID], both), [
    { files: { ko: 'ko/system/accept.wav', en: 'en/system/accept.wav' } },
    { files: { ko: 'u/aaaa.wav', en: 'u/bbbb.wav' } },
    { files: { ko: 'u/dddd.wav', en: 'u/eeee.wav' } },
    ...(Object.hasOwn(catalog, SAID.replace('ko', 'en'))
      ? [{ files: { ko: SAID, en: SAID.replace('ko', 'en') } }]
      : [SAID]),
  ]);
});

test('what nobody recorded stays as it is', (t) => {
  const gone = { prompt: '11111111-1111-4111-8111-111111111111' };
  t.deepEqual(items([gone, { text: '없는 말' }], both), [gone, { text: '없는 말' }]);
});

test('a part knows the lengths of its files in every language', (t) => {
  const { durations } = compiled([{ prompt: GREETING }, { say: 'digits', value: { literal: '1' } }], both);
  for (const path of [
    'u/aaaa.wav',
    'u/bbbb.wav',
    'ko/digit/1.wav',
    'en/digit/1.wav',
    'en/system/apology.wav',
  ])
    t.is(durations[path], catalog[path]?.ms, path);
});

test('a stream becomes its files', (t) => {
  const draft = scenarioOf({
    first: {
      type: 'wait',
      ms: 1_000,
      music: { stream: [{ prompt: SONG }, { prompt: GREETING }] },
      next: { done: 'end' },
    },
  });
  t.like(compiledDraft(draft, catalog).parts.main?.blocks.first, {
    music: { files: ['u/cccc.wav', 'u/aaaa.wav'] },
  });
});

test('handlers and parameters travel with their parts', (t) => {
  const draft = scenarioOf(
    { first: { type: 'subScenario', part: 'sub', with: { n: { literal: 1 } }, next: { done: 'end' } } },
    {
      variables: { n: { type: 'number' } },
      handlers: { operatorCommand: 'end' },
      subScenarios: {
        sub: {
          entry: 'back',
          parameters: ['n'],
          blocks: { back: { type: 'return', outcome: 'done' } },
        },
      },
    },
  );
  const { parts } = compiledDraft(draft, catalog);
  t.deepEqual(parts.main?.handlers, { operatorCommand: 'end' });
  t.deepEqual(parts.sub?.parameters, ['n']);
  t.is(parts.sub?.handlers, undefined);
});
