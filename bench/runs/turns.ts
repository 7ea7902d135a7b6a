import { checkCalls, type Verdict } from '../engine/check-calls.ts';
import { LARGE, type Line, MANY_MENUS, THREE_MENUS } from '../engine/numbers.ts';
import { type Percentiles, percentiles } from '../figures/percentiles.ts';
import type { Settings } from '../figures/settings.ts';
import { type Usage, watchUsage } from '../figures/usage.ts';
import type { BenchOptions } from '../options.ts';
import type { Load, Order, Site } from '../site/site.ts';
import { assertOffered, measure, type Phase } from './measure.ts';
import { onStage, type Stage } from './stage.ts';

export type Loaded = Percentiles & { readonly turnsPerSecond: number };
export type Pair = { readonly idle: Percentiles; readonly loaded: Loaded };

export type TurnsResult = Pair & {
  readonly arrival: Pair;
  /** The same with a scenario of 300 blocks. */
  readonly large: Pair;
  /** 50 calls at once with a turn a second each. */
  readonly atOnce?: Loaded & { readonly checked: Verdict };
  readonly baselines: Partial<Record<string, Pair>>;
  /** Processor time of a turn by part while loaded: a call's beginning and end are shared out among its turns. */
  readonly cpuMsPerTurn: Record<string, number>;
  readonly peakRssMb: Record<string, number>;
  readonly coresBusy: number;
  readonly checked: Verdict;
  /** How often callers heard that they have to wait: the engine was slower than 1.5 s. */
  readonly fillers: number;
  readonly lateStartMs: Percentiles;
  readonly settings: Settings;
};

type Series = { readonly name: string; readonly line: Line; readonly site: Site; readonly ours: boolean };
type Gathered = { readonly idle: Phase[]; readonly loaded: Phase[]; readonly usages: Usage[] };

/** Early, so that idle calls take little time; late, so that as many calls are up as with people. */
const IDLE_PRESS = [200, 400] as const;
const LOADED_PRESS = [1_000, 1_400] as const;
/** A second from turn to turn, less the turn itself. */
const STEADY_PRESS = [850, 1_050] as const;

/** Measures turns of an idle and of a loaded engine beside its baselines, by turns within one run. */
export function runTurns(options: BenchOptions, say: (line: string) => void): Promise<TurnsResult> {
  return onStage(options, say, async (stage) => {
    const series = seriesOf(stage).filter(
      ({ name }) => options.only.length === 0 || options.only.includes(name),
    );
    const gathered = new Map(
      series.map(({ name }) => [name, { idle: [], loaded: [], usages: [] } as Gathered]),
    );
    for (let round = 0; round < options.rounds; round += 1) {
      // A B, then B A: what changes on the machine meanwhile meets all alike.
      const order = round % 2 === 0 ? series : series.toReversed();
      for (const one of order) await idleRound(one, gathered, options, say);
      for (const one of order) await loadedRound(stage, one, gathered, options, say);
    }
    const steady = options.atOnce === 0 ? undefined : await atOnce(stage, options, say);
    return summary(stage, series, gathered, steady);
  });
}

function seriesOf({ site, baselines }: Stage): Series[] {
  return [
    { name: 'threeMenus', line: THREE_MENUS, site, ours: true },
    { name: 'large', line: LARGE, site, ours: true },
    ...(baselines?.lines ?? []).map(([name, line]) => ({
      name,
      line,
      site: baselines?.site ?? site,
      ours: false,
    })),
  ];
}

async function idleRound(
  one: Series,
  gathered: Map<string, Gathered>,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<void> {
  const calls = Math.max(1, Math.round(options.idleCalls / options.rounds));
  const phase = await measure(one.site, orderOf(one, IDLE_PRESS, { kind: 'one-by-one', calls }));
  gathered.get(one.name)?.idle.push(phase);
  say(line(`${one.name} idle`, phase));
}

async function loadedRound(
  { parts }: Stage,
  one: Series,
  gathered: Map<string, Gathered>,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<void> {
  const load = { kind: 'open', perSecond: options.rate, seconds: options.seconds / options.rounds } as const;
  const stopUsage = watchUsage(parts);
  const phase = await measure(one.site, orderOf(one, LOADED_PRESS, load));
  const into = gathered.get(one.name);
  into?.usages.push(stopUsage());
  assertOffered(phase, one.name);
  into?.loaded.push(phase);
  say(line(`${one.name} at ${options.rate} calls/s`, phase));
}

async function atOnce(
  { site, bench }: Stage,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<TurnsResult['atOnce']> {
  const seconds = Math.max(12, options.seconds);
  const load = { kind: 'at-once', calls: options.atOnce, seconds } as const;
  const phase = await measure(site, { ...MANY_MENUS, pressAfter: STEADY_PRESS, load });
  const checked = await checkCalls(bench.database, phase.calls);
  const words = JSON.stringify(checked.mistakes).slice(0, 300);
  say(`${line(`${options.atOnce} calls at once`, phase)}; ${checked.failed} failed ${words}`);
  return { ...loadedOf([phase], (one) => one.turns), checked };
}

const orderOf = ({ line: { number, keys } }: Series, pressAfter: Order['pressAfter'], load: Load): Order => ({
  number,
  keys,
  pressAfter,
  load,
});

async function summary(
  { bench, settings }: Stage,
  series: readonly Series[],
  gathered: ReadonlyMap<string, Gathered>,
  steady: TurnsResult['atOnce'],
): Promise<TurnsResult> {
  const of = (name: string): Gathered => gathered.get(name) ?? { idle: [], loaded: [], usages: [] };
  const main = of('threeMenus');
  const usage = sumUsage(main.usages);
  const turns = main.loaded.flatMap((phase) => phase.turns).length;
  const checks: Verdict[] = [];
  for (const {
    name,
    line: { keys },
    ours,
  } of series) {
    const calls = [...of(name).idle, ...of(name).loaded].flatMap((phase) => phase.calls);
    if (ours) checks.push(await checkCalls(bench.database, calls, keys));
  }
  const others = series.filter(({ ours }) => !ours);
  return {
    ...pairOf(main, (phase) => phase.turns),
    arrival: pairOf(main, (phase) => phase.arrivals),
    large: pairOf(of('large'), (phase) => phase.turns),
    ...(steady === undefined ? {} : { atOnce: steady }),
    baselines: Object.fromEntries(others.map(({ name }) => [name, pairOf(of(name), (phase) => phase.turns)])),
    cpuMsPerTurn: Object.fromEntries(
      Object.entries(usage.cpuMs).map(([part, ms]) => [part, tenth(ms / Math.max(1, turns))]),
    ),
    peakRssMb: usage.peakRssMb,
    coresBusy: tenth(Object.values(usage.cpuMs).reduce((sum, ms) => sum + ms, 0) / Math.max(1, usage.wallMs)),
    checked: sumVerdicts(checks),
    fillers: [...main.loaded, ...of('large').loaded].reduce((sum, phase) => sum + phase.fillers, 0),
    lateStartMs: percentiles(main.loaded.flatMap((phase) => phase.lateMs)),
    settings,
  };
}

type Samples = (phase: Phase) => readonly number[];

function pairOf({ idle, loaded }: Gathered, samples: Samples): Pair {
  return { idle: percentiles(idle.flatMap(samples)), loaded: loadedOf(loaded, samples) };
}

function loadedOf(phases: readonly Phase[], samples: Samples): Loaded {
  const perSecond = phases.reduce((sum, phase) => sum + phase.turnsPerSecond, 0) / Math.max(1, phases.length);
  return { ...percentiles(phases.flatMap(samples)), turnsPerSecond: tenth(perSecond) };
}

function sumUsage(usages: readonly Usage[]): Usage {
  const cpuMs: Record<string, number> = {};
  const peak: Record<string, number> = {};
  for (const usage of usages) {
    for (const [part, ms] of Object.entries(usage.cpuMs)) cpuMs[part] = (cpuMs[part] ?? 0) + ms;
    for (const [part, mb] of Object.entries(usage.peakRssMb)) peak[part] = Math.max(peak[part] ?? 0, mb);
  }
  return { cpuMs, peakRssMb: peak, wallMs: usages.reduce((sum, { wallMs }) => sum + wallMs, 0) };
}

function sumVerdicts(verdicts: readonly Verdict[]): Verdict {
  const mistakes: Record<string, number> = {};
  for (const verdict of verdicts)
    for (const [what, count] of Object.entries(verdict.mistakes))
      mistakes[what] = (mistakes[what] ?? 0) + count;
  return {
    calls: verdicts.reduce((sum, { calls }) => sum + calls, 0),
    failed: verdicts.reduce((sum, { failed }) => sum + failed, 0),
    mistakes,
  };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

function line(what: string, phase: Phase): string {
  const { p50, p95, p99, n } = percentiles(phase.turns);
  const arrival = percentiles(phase.arrivals);
  return `${what}: turns p50 ${p50} p95 ${p95} p99 ${p99} ms (n ${n}); arrival → prompt ${arrival.p50} / ${arrival.p95} ms${phase.fillers === 0 ? '' : `; ${phase.fillers} fillers`}`;
}
