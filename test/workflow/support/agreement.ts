import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Outcome } from '../../../contracts/call/outcome.ts';
import type { StepRecord } from '../../../contracts/call/step-record.ts';
import type { CallInput } from '../../../contracts/call/workflow.ts';
import { CallId, ScenarioHash, TenantId } from '../../../contracts/ids.ts';
import { Scenario, type ScenarioDraft } from '../../../contracts/scenario/document.ts';
import type { CompiledScenario } from '../../../contracts/scenario/part.ts';
import { SimulatedAnswer } from '../../../contracts/scenario/simulation.ts';
import { compileScenario } from '../../../ivr-scenarios/compile/compile.ts';
import { lintScenario } from '../../../ivr-scenarios/lint/lint.ts';
import { runCall } from '../../../ivr-scenarios/simulate/run-call.ts';
import type { Surroundings } from '../../../ivr-scenarios/simulate/surroundings.ts';
import { playBlock, scenarioOf } from '../../../ivr-scenarios/testing/blocks.ts';
import { compiledDraft, shippedPrompts } from '../../../ivr-scenarios/testing/catalog.ts';
import { validScenario } from '../../../ivr-scenarios/testing/valid-scenario.ts';
import { INPUT } from './call-input.ts';

const catalog = shippedPrompts();
export const OTHER_HASH = 'd'.repeat(64);
const other = compiledDraft(scenarioOf({ first: playBlock('end') }), catalog);

const words = fc.constantFrom(
  ...['1', '1', '1', '2', '12', '13', '#', '*', '123456', '20260303', '01012345678'],
  ...['noInput', 'tooShort:1', 'answers', 'answers', 'answers', 'busy', 'noAnswer', 'rejected', 'declined'],
  ...['accepted', 'refused', 'notTaken', 'recorded', 'empty', 'noRecording'],
  ...['missing', 'command', 'hangup', 'hangupNow', 'mediaLost'],
);
const answers = fc.record({
  result: fc.constantFrom('ok', 'refused', 'failed', 'timeout'),
  values: fc.constantFrom({}, { s: 'z9' }),
});
const samples = fc.record({
  document: validScenario,
  inputs: fc.array(words, { maxLength: 25 }),
  http: fc.array(answers, { maxLength: 4 }),
  hours: fc.constantFrom('open' as const, 'closed' as const, 'lunch' as const, 'holiday' as const),
  published: fc.boolean(),
});
type Drawn = typeof samples extends fc.Arbitrary<infer T> ? T : never;

/** One random scenario with what happens in one call through it. */
export type Sample = { scenario: CompiledScenario; around(): Surroundings };

/** Random scenarios that may be published, each with a caller; the same seed gives the same ones. */
export function* samplesOf(seed: number): Generator<Sample> {
  for (let round = 0; ; round += 1) {
    for (const drawn of fc.sample(samples, { numRuns: 50, seed: seed + round })) {
      if (!mayBePublished(drawn.document)) continue;
      yield {
        scenario: compileScenario(Scenario.parse(drawn.document), catalog),
        around: () => aroundOf(drawn),
      };
    }
  }
}

const mayBePublished = (document: ScenarioDraft): boolean =>
  lintScenario(document, catalog).every(({ severity }) => severity !== 'error');

const aroundOf = ({ inputs, http, hours, published }: Drawn): Surroundings => ({
  inputs: [...inputs],
  http: http.map((answer) => SimulatedAnswer.parse(answer)),
  hours,
  hoursAreInputs: false,
  options: {
    afterInputs: 'goOn',
    scenarioOf: () => (published ? { hash: OTHER_HASH, compiled: other } : undefined),
  },
});

/** A call as its blocks tell it. */
export type Told = { blocks: unknown[]; outcome: Outcome | undefined };

export const toldBy = (steps: readonly StepRecord[], outcome: Outcome | undefined): Told => ({
  blocks: [...new Map(steps.map((step) => [step.seq, step])).values()]
    .sort((one, next) => one.seq - next.seq)
    .map(({ seq, block, blockType, outcome: left, digits, prompts, note, verbKind }) =>
      JSON.stringify([seq, block, blockType, left, digits, prompts, note, verbKind]),
    ),
  outcome,
});

export type Simulated = Told & {
  /** Something waited for a time of its own, which a real clock cannot hurry. */
  waited: boolean;
};

/** The simulated call. */
export function simulated(
  { scenario, around }: Sample,
  { at, seed, caller, called }: { at: number; seed: number; caller: string; called: string },
): Simulated {
  const steps: StepRecord[] = [];
  let waited = false;
  const end = runCall(
    { scenario, at, call: { caller, called }, seed, around: around() },
    {
      result: (result) => steps.push(...result.steps),
      event: (event) => {
        waited ||= event.type === 'deadline';
      },
    },
  );
  return { ...toldBy(steps, end.result.snapshot.outcome), waited };
}

/** What the workflow of the n-th call begins with: a company, a version and random bits of its own. */
export function agreeingInput(index: number): CallInput & { seed: number } {
  const bits = createHash('sha256').update(`agreement ${index}`).digest('hex');
  const uuid = `${bits.slice(0, 8)}-${bits.slice(8, 12)}-4${bits.slice(13, 16)}-9${bits.slice(17, 20)}-${bits.slice(20, 32)}`;
  return {
    ...INPUT,
    call: CallId.parse(uuid),
    tenant: TenantId.parse(uuid.replace(/^.{8}/, bits.slice(40, 48))),
    scenario: ScenarioHash.parse(bits),
    seed: Number.parseInt(bits.slice(0, 8), 16),
  };
}
