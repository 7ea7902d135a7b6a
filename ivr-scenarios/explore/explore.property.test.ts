import test from 'ava';
import fc from 'fast-check';
import { Scenario } from '../../contracts/scenario/document.ts';
import { SimulationGiven } from '../../contracts/scenario/simulation.ts';
import { compileScenario } from '../compile/compile.ts';
import { lintScenario } from '../lint/lint.ts';
import { simulateCall } from '../simulate/simulate-call.ts';
import { shippedPrompts } from '../testing/catalog.ts';
import { validScenario } from '../testing/valid-scenario.ts';
import { exploreScenario } from './explore.ts';

const catalog = shippedPrompts();
const words = fc.constantFrom(
  ...['1', '1', '2', '12', '#', '*', '123456', '20260303', '01012345678'],
  ...['noInput', 'answers', 'busy', 'noAnswer', 'rejected', 'failed', 'declined'],
  ...['accepted', 'refused', 'recorded', 'empty', 'noRecording', 'command', 'hangup'],
);
const givens = fc.record({
  at: fc.constant('2026-03-03T10:00:00+09:00'),
  inputs: fc.array(words, { maxLength: 20 }),
  http: fc.array(fc.record({ result: fc.constantFrom('ok', 'refused', 'failed', 'timeout') }), {
    maxLength: 4,
  }),
  seed: fc.integer({ min: 0, max: 1_000 }),
});

test('no call gets to a block, an outcome or an end that the explorer has not', (t) => {
  let walked = 0;
  fc.assert(
    fc.property(validScenario, fc.array(givens, { minLength: 1, maxLength: 4 }), (document, calls) => {
      if (lintScenario(document, catalog).some(({ severity }) => severity === 'error')) return;
      const scenario = compileScenario(Scenario.parse(document), catalog);
      const found = exploreScenario(scenario, { states: 1_500 });
      if (!found.complete) return;
      walked += 1;
      const reached = new Set(found.blocks.filter((block) => block.reached).map(({ place }) => place));
      for (const given of calls) {
        const options = { afterInputs: 'goOn' as const };
        const call = simulateCall(scenario, SimulationGiven.parse(given), catalog, options);
        for (const { place } of call.path) t.true(reached.has(place), `${place} ${JSON.stringify(document)}`);
        const { outcome } = call;
        if (outcome === null || outcome.reason === 'too-long') continue;
        t.true(
          found.ends.includes(`${outcome.result}/${outcome.reason}`),
          `${outcome.reason} ${JSON.stringify([document, given])}`,
        );
        if (found.longestBy === 'path')
          t.true(call.durationMs <= found.longestMs + TALKS_MS, `${call.durationMs}`);
      }
    }),
    { numRuns: 150 },
  );
  t.true(walked > 50, `${walked} scenarios`);
});

/** Talks are not counted in a longest call, nor is who steps in from outside; twenty inputs make so many at most. */
const TALKS_MS = 20 * 60_000;
