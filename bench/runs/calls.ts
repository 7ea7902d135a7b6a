import { setTimeout as wait } from 'node:timers/promises';
import { checkCalls, type Verdict } from '../engine/check-calls.ts';
import { THREE_MENUS } from '../engine/numbers.ts';
import { type Percentiles, percentiles } from '../figures/percentiles.ts';
import type { Settings } from '../figures/settings.ts';
import { watchUsage } from '../figures/usage.ts';
import type { BenchOptions } from '../options.ts';
import { measure, type Phase, STARTED_AT_LEAST } from './measure.ts';
import { createSearch } from './search-rate.ts';
import { onStage, type Stage } from './stage.ts';

export type RateStep = {
  readonly perSecond: number;
  readonly passed: boolean;
  readonly why: string;
  readonly offered: number;
  readonly started: number;
  readonly checked: Verdict;
  readonly turns: Percentiles;
  readonly arrivals: Percentiles;
  readonly coresBusy: number;
};

export type CallsResult = {
  /** Highest open-loop rate of three-menu calls with < 0.1 % failed and p95 of a turn ≤ 300 ms. */
  readonly callsPerSecond: number;
  readonly steps: readonly RateStep[];
  readonly settings: Settings;
};

const FAILED_BELOW = 0.001;
const P95_AT_MOST_MS = 300;
const FIRST_RATE = 8;
const PRECISION = 1;
const PRESS = [1_000, 1_400] as const;
const REST_MS = 3_000;

/** Searches the highest rate that the engine carries (RFC 7502: raise until a step fails, then halve the gap). */
export function runCalls(options: BenchOptions, say: (line: string) => void): Promise<CallsResult> {
  return onStage({ ...options, baselines: false }, say, async (stage) => {
    const search = createSearch(FIRST_RATE, PRECISION);
    const steps: RateStep[] = [];
    for (let rate = search.next(); rate !== undefined; rate = search.next()) {
      const step = await tryRate(stage, rate, options.seconds);
      steps.push(step);
      search.told(rate, step.passed);
      say(
        `${rate} calls/s: ${step.passed ? 'passed' : `failed, ${step.why}`}; p95 ${step.turns.p95} ms, ${step.coresBusy} cores`,
      );
      await wait(REST_MS);
    }
    return { callsPerSecond: search.best(), steps, settings: stage.settings };
  });
}

async function tryRate({ site, bench, parts }: Stage, perSecond: number, seconds: number): Promise<RateStep> {
  const stopUsage = watchUsage(parts);
  const phase = await measure(site, {
    ...THREE_MENUS,
    pressAfter: PRESS,
    load: { kind: 'open', perSecond, seconds },
  });
  const usage = stopUsage();
  const checked = await checkCalls(bench.database, phase.calls, THREE_MENUS.keys);
  const turns = percentiles(phase.turns);
  const why = whyFailed(phase, checked, turns);
  const busyMs = Object.values(usage.cpuMs).reduce((sum, ms) => sum + ms, 0);
  return {
    perSecond,
    passed: why === '',
    why,
    offered: phase.offered,
    started: phase.started,
    checked,
    turns,
    arrivals: percentiles(phase.arrivals),
    coresBusy: Math.round((busyMs / usage.wallMs) * 10) / 10,
  };
}

function whyFailed(phase: Phase, { failed, mistakes }: Verdict, { p95 }: Percentiles): string {
  if (phase.started < phase.offered * STARTED_AT_LEAST)
    return `only ${phase.started} of ${phase.offered} calls began in time`;
  if (failed >= Math.max(1, phase.offered * FAILED_BELOW))
    return `${failed} calls failed: ${JSON.stringify(mistakes)}`;
  return p95 > P95_AT_MOST_MS ? `p95 of a turn is ${p95} ms` : '';
}
