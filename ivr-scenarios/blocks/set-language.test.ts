import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { SAID, scenarioOf } from '../testing/blocks.ts';
import { driveCall } from '../testing/call-driver.ts';
import { shippedPrompts } from '../testing/catalog.ts';

const catalog = { ...shippedPrompts(), 'en/main/goodbye.wav': { ms: 900, text: 'Goodbye.' } };
const draft: ScenarioDraft = scenarioOf(
  {
    first: { type: 'language', language: 'en', next: { done: 'say' } },
    say: {
      type: 'say',
      prompts: [SAID, 'ko/main/menu.wav', { say: 'digits', value: { literal: '1' } }],
      next: { done: 'back' },
    },
    back: { type: 'language', language: 'ko', next: { done: 'again' } },
    again: { type: 'play', prompts: [SAID], next: { done: 'end' } },
  },
  { languages: ['ko', 'en'] },
);
const paths = (verb: unknown): (string | undefined)[] =>
  (verb as { prompts: { path?: string }[] }).prompts.map(({ path }) => path);

test('from here on prompts and readings are of the language, the others as they are', (t) => {
  const call = driveCall(draft, 0, catalog);
  t.deepEqual(paths(call.verbs[0]), ['en/main/goodbye.wav', 'ko/main/menu.wav', 'en/digit/1.wav']);
  call.take({ type: 'played', result: 'completed' });
  t.deepEqual(paths(call.verbs[1]), [SAID]);
});

test('the apology is of the language that the call speaks', (t) => {
  const call = driveCall(draft, 0, catalog);
  call.pass('call-limit');
  t.deepEqual(paths(call.verbs.at(-1)), ['en/system/apology.wav']);
});
