import test from 'ava';
import { mainLine } from '../catalog/main-line.ts';
import { simulateCall } from '../simulate/simulate-call.ts';
import { compiledDraft, shippedPrompts } from '../testing/catalog.ts';

const prompts = shippedPrompts();
/** The main line without its greeting: it asks its hours at the instant at which the call comes. */
const compiled = compiledDraft({ ...mainLine, entry: 'hours' }, prompts);

/** Blocks that a call passes when it comes at this time on the clock in Seoul. */
const blocks = (local: string): string[] => {
  const given = { at: `${local}+09:00`, caller: '07012345678', called: '15880000' };
  const call = simulateCall(compiled, { ...given, seed: 1, inputs: [], http: [] }, prompts);
  return call.path.map(({ place }) => place.split('/').at(-1) ?? '');
};

test('T19: the after-hours announcement plays at 18:00:00 and not at 17:59:59', (t) => {
  t.deepEqual(blocks('2026-08-04T18:00:00').slice(0, 2), ['hours', 'closed']);
  t.false(blocks('2026-08-04T17:59:59').includes('closed'));
});

test('T19: the announcement ends at 09:00:00; lunch and days off have their own', (t) => {
  t.true(blocks('2026-08-04T08:59:59').includes('closed'));
  t.false(blocks('2026-08-04T09:00:00').includes('closed'));
  t.true(blocks('2026-08-04T12:00:00').includes('lunch'));
  t.true(blocks('2026-08-08T10:00:00').includes('holiday'));
});
