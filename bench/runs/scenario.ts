import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { CompiledScenario } from '../../contracts/scenario/part.ts';
import { exploreScenario } from '../../ivr-scenarios/explore/explore.ts';
import { createMachineFor, type ScenarioSnapshot } from '../../ivr-scenarios/index.ts';
import { hostileDocuments } from '../../ivr-scenarios/lint/hostile-documents.ts';
import { lintScenario } from '../../ivr-scenarios/lint/lint.ts';
import { compiledDraft, shippedPrompts } from '../../ivr-scenarios/testing/catalog.ts';
import { makeLargeScenario } from '../../ivr-scenarios/testing/large-scenario.ts';
import { type Percentiles, percentiles } from '../figures/percentiles.ts';
import { machineSettings, type Settings } from '../figures/settings.ts';
import { type Driven, driveCall } from '../scenario/drive-call.ts';
import { makeWideScenario } from '../scenario/wide-scenario.ts';

/** What a scenario of 300 blocks costs. Times in ms unless the name says otherwise. */
export type ScenarioResult = {
  readonly blocks: number;
  /** One event of a call in the engine, µs; parts are compiled before. */
  readonly stepUs: Percentiles;
  /** All parts that one call needs, made into statecharts by the call alone. */
  readonly compileMs: Percentiles;
  /** What a call holds of a published version, as in a worker, and one whose parts nobody shares, KB. */
  readonly heapKb: number;
  readonly heapAloneKb: number;
  /** What the parts that a call loads and its snapshot weigh as JSON, KB. */
  readonly historyKb: number;
  readonly explorer: { readonly ms: Percentiles; readonly states: number; readonly complete: boolean };
  /** Reading and refusing each hostile document. */
  readonly refusalMs: Readonly<Record<string, number>>;
  /** The limits of the issue and of the design, and whether each was kept. */
  readonly budgets: Readonly<
    Record<string, { readonly most: number; readonly got: number; readonly kept: boolean }>
  >;
  readonly settings: Settings;
};

const BLOCKS = 300;
const KB = 1_024;

/** Measures the engine, the explorer and the linter without any other part of the product. */
export function runScenario(rounds: number, say: (line: string) => void): ScenarioResult {
  const settings = machineSettings();
  const scenario = compiledDraft(makeLargeScenario(BLOCKS));
  say('steps …');
  const stepUs = steps(scenario, 40 * rounds);
  const call = driveCall(scenario, () => performance.now());
  const compileMs = percentiles(Array.from({ length: 20 * rounds }, () => compileOnce(call)));
  const heapKb = heapOf(scenario, 'bench');
  const heapAloneKb = heapOf(scenario, undefined);
  const historyKb = Math.round(historyOf(call) / KB);
  say('explorer …');
  const explorer = explored(rounds);
  say('hostile documents …');
  const refusalMs = refusals(rounds);
  const slowest = Math.max(...Object.values(refusalMs));
  const within = (got: number, most: number) => ({ most, got, kept: got <= most });
  const budgets = {
    stepP99Ms: within(stepUs.p99 / 1_000, 1),
    compileMs: within(compileMs.p95, 5),
    heapKb: within(heapKb, 100),
    historyKb: within(historyKb, 64),
    explorerMs: within(explorer.ms.p95, 2_000),
    refusalMs: within(slowest, 200),
  };
  return {
    blocks: BLOCKS,
    stepUs,
    compileMs,
    heapKb,
    heapAloneKb,
    historyKb,
    explorer,
    refusalMs,
    budgets,
    settings,
  };
}

function steps(scenario: CompiledScenario, calls: number): Percentiles {
  const samples: number[] = [];
  for (let index = 0; index < calls; index += 1) {
    const { stepMs } = driveCall(scenario, () => performance.now(), 'bench');
    // The first calls warm the compiler of the runtime up.
    if (index >= calls / 10) samples.push(...stepMs.map((ms) => ms * 1_000));
  }
  return percentiles(samples);
}

function compileOnce({ loaded }: Driven): number {
  const began = performance.now();
  for (const part of loaded) createMachineFor(part);
  return performance.now() - began;
}

const CALLS_HELD = 200;

/** Heap that a call holds after its way through the scenario, KB. */
function heapOf(scenario: CompiledScenario, version: string | undefined): number {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  driveCall(scenario, () => 0, version);
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const held = Array.from({ length: CALLS_HELD }, () => {
    const { program, snapshot } = driveCall(scenario, () => 0, version);
    return { program, snapshot };
  });
  collectGarbage();
  const used = process.memoryUsage().heapUsed - before;
  return Math.round(used / KB / held.length);
}

const historyOf = ({ loaded, snapshot }: { loaded: readonly object[]; snapshot: ScenarioSnapshot }): number =>
  Buffer.byteLength(JSON.stringify(loaded)) + Buffer.byteLength(JSON.stringify(snapshot));

function explored(rounds: number): ScenarioResult['explorer'] {
  const scenario = compiledDraft(makeWideScenario(BLOCKS));
  let found = exploreScenario(scenario);
  const samples = Array.from({ length: 2 * rounds }, () => {
    const began = performance.now();
    found = exploreScenario(scenario);
    return performance.now() - began;
  });
  return { ms: percentiles(samples), states: found.states, complete: found.complete };
}

function refusals(rounds: number): Record<string, number> {
  const catalog = shippedPrompts();
  return Object.fromEntries(
    Object.entries(hostileDocuments).map(([name, make]) => {
      const document = make();
      const samples = Array.from({ length: rounds }, () => {
        const began = performance.now();
        lintScenario(document, catalog);
        return performance.now() - began;
      });
      return [name, percentiles(samples).max];
    }),
  );
}
