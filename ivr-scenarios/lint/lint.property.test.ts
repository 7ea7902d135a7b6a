import test from 'ava';
import fc from 'fast-check';
import { Scenario } from '../../contracts/scenario/document.ts';
import type { ProblemCode } from '../../contracts/scenario/problem.ts';
import { compileScenario } from '../compile/compile.ts';
import { simulate } from '../simulate/simulate.ts';
import { arbitraryScenario, tidyScenario } from '../testing/arbitrary-scenario.ts';
import { shippedPrompts } from '../testing/catalog.ts';
import { lintScenario } from './lint.ts';

const catalog = shippedPrompts();
const words = fc.constantFrom(
  'open',
  'closed',
  '1',
  '12',
  '1234',
  'noInput',
  'answers',
  'busy',
  'recorded',
  'empty',
  'missing',
);

test('any JSON is judged without a throw', (t) => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      t.true(lintScenario(value, catalog).length > 0);
    }),
    { numRuns: 1_000 },
  );
});

test('any document of the right shape is judged without a throw', (t) => {
  fc.assert(
    fc.property(arbitraryScenario, (document) => {
      t.true(Array.isArray(lintScenario(document, catalog)));
    }),
    { numRuns: 3_000 },
  );
});

test('parts of a document replaced by anything are judged without a throw', (t) => {
  const fields = fc.constantFrom('blocks', 'subScenarios', 'variables', 'calendars', 'entry', 'language');
  fc.assert(
    fc.property(arbitraryScenario, fields, fc.jsonValue(), (document, field, value) => {
      t.true(Array.isArray(lintScenario({ ...(document as object), [field]: value }, catalog)));
    }),
    { numRuns: 1_000 },
  );
});

/** What the linter may find without the engine coming to harm: types, prompts and leftovers. */
const HARMLESS: readonly string[] = [
  'unreachable-block',
  'type-mismatch',
  'unknown-variable',
  'read-only-variable',
  'secret-spoken',
  'secret-copied',
  'secret-unmarked',
  'unknown-calendar',
  'too-many-prompts',
  'hung-up-handler',
] satisfies ProblemCode[];

test('what the linter accepts never meets a guard of the engine', (t) => {
  let accepted = 0;
  fc.assert(
    fc.property(tidyScenario, fc.array(words, { maxLength: 12 }), (document, inputs) => {
      const errors = lintScenario(document, catalog).filter((problem) => problem.severity === 'error');
      if (!errors.every((problem) => HARMLESS.includes(problem.code))) return;
      accepted += 1;
      const call = simulate(compileScenario(Scenario.parse(document), catalog), inputs);
      t.not(call.outcome, undefined);
      t.false(['bug', 'too-long'].includes(call.outcome?.reason ?? ''), JSON.stringify(document));
    }),
    { numRuns: 3_000 },
  );
  t.true(accepted > 500, `only ${accepted} documents were accepted`);
});
