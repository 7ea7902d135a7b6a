import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { createProgram } from '../engine/program.ts';
import { start } from '../engine/start.ts';
import { scenarioOf } from '../testing/blocks.ts';
import { compiledDraft } from '../testing/catalog.ts';

function leftBy(draft: ScenarioDraft, seed?: number): string | undefined {
  const compiled = compiledDraft(draft);
  const input = { entryPart: 'main', at: 0, call: { called: '1', caller: '2' } };
  const { steps } = start(createProgram(Object.values(compiled.parts)), {
    ...input,
    ...(seed === undefined ? {} : { seed }),
  });
  return steps[0]?.outcome;
}

const split = scenarioOf({
  first: { type: 'split', shares: { many: 70, few: 30 }, next: { many: 'end', few: 'end' } },
});
const random = scenarioOf({
  first: { type: 'random', ways: ['a', 'b', 'c', 'd'], next: { a: 'end', b: 'end', c: 'end', d: 'end' } },
});
const seeds = Array.from({ length: 4_000 }, (_, seed) => seed * 2_654_435 + 17);
const share = (draft: ScenarioDraft, outcome: string): number =>
  seeds.filter((seed) => leftBy(draft, seed) === outcome).length / seeds.length;

test('so many percent of the calls go each way', (t) => {
  t.true(Math.abs(share(split, 'few') - 0.3) < 0.03);
});

test('each way is as likely as the others', (t) => {
  for (const way of ['a', 'b', 'c', 'd']) t.true(Math.abs(share(random, way) - 0.25) < 0.03, way);
});

test('the same seed draws the same; no seed is seed 1', (t) => {
  t.is(leftBy(random, 99), leftBy(random, 99));
  t.is(leftBy(random), leftBy(random, 1));
});

test('the order of the keys does not matter', (t) => {
  const turned = scenarioOf({
    first: { type: 'split', shares: { few: 30, many: 70 }, next: { many: 'end', few: 'end' } },
  });
  t.true(seeds.slice(0, 200).every((seed) => leftBy(split, seed) === leftBy(turned, seed)));
});

test('a call that draws twice draws twice', (t) => {
  const draft = scenarioOf({
    first: { type: 'random', ways: ['a', 'b'], next: { a: 'second', b: 'second' } },
    second: { type: 'random', ways: ['a', 'b'], next: { a: 'end', b: 'end' } },
  });
  const program = createProgram(Object.values(compiledDraft(draft).parts));
  const pairs = seeds.slice(0, 200).map((seed) => {
    const { steps } = start(program, { entryPart: 'main', at: 0, call: { called: '', caller: '' }, seed });
    return `${steps[0]?.outcome}${steps[1]?.outcome}`;
  });
  t.deepEqual([...new Set(pairs)].sort(), ['aa', 'ab', 'ba', 'bb']);
});
