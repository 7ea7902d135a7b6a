import test from 'ava';
import fc from 'fast-check';
import type { Verb } from '../../contracts/call/verb.ts';
import { Scenario } from '../../contracts/scenario/document.ts';
import { CALL_LIMITS } from '../../contracts/scenario/limits.ts';
import { SimulatedAnswer } from '../../contracts/scenario/simulation.ts';
import { compileScenario } from '../compile/compile.ts';
import type { StepResult } from '../engine/result.ts';
import { lintScenario } from '../lint/lint.ts';
import { runCall } from '../simulate/run-call.ts';
import { playBlock, scenarioOf } from './blocks.ts';
import { compiledDraft, shippedPrompts } from './catalog.ts';
import { validScenario } from './valid-scenario.ts';

/** 1,000 in CI; `FUZZ_RUNS=10000` before a release. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 1_000);
const catalog = shippedPrompts();
const other = compiledDraft(scenarioOf({ first: playBlock('end') }), catalog);
const BEGIN = Date.UTC(2026, 2, 3, 0, 59, 30);

const words = fc.constantFrom(
  ...['1', '1', '1', '2', '12', '13', '#', '*', '123456', '20260303', '01012345678', '9001011234567'],
  ...['noInput', 'tooShort:1', 'answers', 'answers', 'busy', 'noAnswer', 'rejected', 'failed', 'declined'],
  ...['accepted', 'refused', 'notTaken', 'recorded', 'empty', 'noRecording'],
  ...['missing', 'command', 'hangup', 'hangupNow', 'mediaLost'],
);
const calls = fc.record({
  inputs: fc.array(words, { maxLength: 25 }),
  http: fc.array(
    fc.record({
      result: fc.constantFrom('ok', 'refused', 'failed', 'timeout'),
      values: fc.constantFrom({}, { s: 'z9' }, { n: 4, pin: '9999' }),
    }),
    { maxLength: 4 },
  ),
  seed: fc.integer({ min: 0, max: 4_294_967_295 }),
  hours: fc.constantFrom('open', 'closed', 'lunch', 'holiday', undefined),
  published: fc.boolean(),
});
type Call = typeof calls extends fc.Arbitrary<infer T> ? T : never;

type Ran = { results: StepResult[]; verbs: Verb[]; minutes: number };

function ran(document: unknown, call: Call): Ran {
  const results: StepResult[] = [];
  const compiled = compileScenario(Scenario.parse(document), catalog);
  const around = {
    inputs: [...call.inputs],
    http: call.http.map((answer) => SimulatedAnswer.parse(answer)),
    hours: call.hours,
    hoursAreInputs: false,
    options: {
      afterInputs: 'goOn' as const,
      scenarioOf: () => (call.published ? { hash: 'd'.repeat(64), compiled: other } : undefined),
    },
  };
  const who = { caller: '07012345678', called: '15880000' };
  const input = { scenario: compiled, at: BEGIN, call: who, seed: call.seed, around };
  const { at } = runCall(input, {
    // A frozen snapshot: whoever changed what was passed in would throw.
    result: (result) => results.push(frozen(result)),
    event: () => undefined,
  });
  return { results, verbs: results.flatMap(({ verbs }) => verbs), minutes: (at - BEGIN) / 60_000 };
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) frozen(member);
  return value;
}

/** What must hold for every call, as sentences where it does not. */
function violations({ results, verbs, minutes }: Ran): string[] {
  const last = results.at(-1);
  const counts = last?.snapshot.counts;
  const found: string[] = [];
  if (last?.ended === undefined) found.push('a call ends with an outcome');
  if (['bug', 'too-long'].includes(last?.ended?.reason ?? ''))
    found.push(`a valid one never is ${last?.ended?.reason}`);
  if (minutes * 60_000 > CALL_LIMITS.callMs) found.push('a call takes an hour at most');
  if ((counts?.sounds ?? 0) > CALL_LIMITS.prompts) found.push('sounds are limited');
  if ((counts?.events ?? 0) > CALL_LIMITS.events) found.push('events are limited');
  if (verbs.some(({ verb }, index) => verb !== index + 1)) found.push('verbs are numbered 1, 2, 3 …');
  if (verbs.filter(({ kind }) => kind === 'hangup').length > 1) found.push('one hang-up at most');
  if (verbs.some((verb) => 'expectMs' in verb && !Number.isSafeInteger(verb.expectMs)))
    found.push('times are whole');
  if (JSON.stringify(results.map(({ steps }) => steps)).includes('9001011234567'))
    found.push('no resident numbers');
  return found;
}

const errorsOf = (document: unknown): string[] =>
  lintScenario(document, catalog).flatMap(({ severity, code, block }) =>
    severity === 'error' ? [`${code} ${block}`] : [],
  );

test('whatever somebody publishes and whatever happens: the call ends, within its limits, and by itself', (t) => {
  t.timeout(RUNS * 120);
  let tried = 0;
  const types = new Set<string>();
  fc.assert(
    fc.property(validScenario, calls, (document, call) => {
      const errors = errorsOf(document);
      // A loop of loops may decide too much at once; everything else is made right.
      if (errors.some((error) => error.startsWith('too-many-decisions'))) return;
      t.deepEqual(errors, []);
      tried += 1;
      const run = ran(document, call);
      for (const { steps } of run.results) for (const { blockType } of steps) types.add(blockType);
      t.deepEqual(violations(run), []);
    }),
    { numRuns: RUNS },
  );
  t.true(tried > RUNS * 0.9, `${tried} of ${RUNS} were tried`);
  t.true(types.size >= 31, `blocks entered: ${[...types].sort().join(' ')}`);
});

test('the same call again is the same, step by step', (t) => {
  t.timeout(RUNS * 120);
  fc.assert(
    fc.property(validScenario, calls, (document, call) => {
      t.deepEqual(ran(document, call), ran(document, call));
    }),
    { numRuns: RUNS / 5 },
  );
});
