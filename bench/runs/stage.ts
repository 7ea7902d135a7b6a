import { type Baselines, startBaselines } from '../baselines/start-baselines.ts';
import { LARGE, THREE_MENUS } from '../engine/numbers.ts';
import { type BenchEngine, startBenchEngine } from '../engine/start-engine.ts';
import { machineSettings, partSettings, type Settings } from '../figures/settings.ts';
import type { Parts } from '../figures/usage.ts';
import type { BenchOptions } from '../options.ts';
import { openSite } from '../site/open-site.ts';
import type { Site } from '../site/site.ts';
import { measure } from './measure.ts';

/** Everything that a run needs, up and warm. */
export type Stage = {
  readonly bench: BenchEngine;
  readonly site: Site;
  readonly baselines: Baselines | undefined;
  readonly parts: Parts;
  readonly settings: Settings;
};

/** Caches, compiled code and database pages of the first calls are not what is measured. */
const WARM_UP_PER_SECOND = 4;
const WARM_UP_PRESS = [150, 250] as const;

/** Starts the engine and its baselines, warms them up, runs `work`, and stops everything that it started. */
export async function onStage<T>(
  options: BenchOptions,
  say: (line: string) => void,
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const machine = machineSettings();
  say('starting the engine …');
  const bench = await startBenchEngine({ env: process.env, say });
  const closing: (() => void)[] = [];
  const end = async (): Promise<void> => {
    for (const close of closing.splice(0)) close();
    await bench.stop();
  };
  const interrupted = (): void => void end().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted);
  try {
    const baselines = options.baselines ? await startBaselines(bench, process.env, say) : undefined;
    if (baselines !== undefined) closing.push(baselines.close);
    const site = await openSite(bench.address);
    closing.push(site.close);
    const settings = {
      ...machine,
      ...(await partSettings(bench, process.env)),
      caller: site.caller.kind,
      options,
    };
    await warmUp(site, baselines, options, say);
    const result = await work({
      bench,
      site,
      baselines,
      settings,
      parts: { ...bench.parts, bench: process.pid },
    });
    for (const [what, count] of commonest(bench.warnings)) say(`${count} × ${what}`);
    return result;
  } finally {
    await end();
  }
}

async function warmUp(
  site: Site,
  baselines: Baselines | undefined,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<void> {
  const seconds = options.warmUpCalls / WARM_UP_PER_SECOND / 2;
  say(`warming up with ${options.warmUpCalls} calls`);
  const load = { kind: 'open', perSecond: WARM_UP_PER_SECOND, seconds } as const;
  for (const line of [THREE_MENUS, LARGE]) await measure(site, { ...line, pressAfter: WARM_UP_PRESS, load });
  for (const [, line] of baselines?.lines ?? [])
    await measure(baselines?.site ?? site, {
      ...line,
      pressAfter: WARM_UP_PRESS,
      load: { ...load, seconds: 3 },
    });
}

const SHOWN = 5;
const LONGEST_LINE = 240;

/** The commonest warnings of the roles: one line of each kind, and how many there were. */
function commonest(warnings: readonly string[]): [string, number][] {
  const kinds = new Map<string, { line: string; count: number }>();
  for (const line of warnings) {
    const words = /"msg":"([^"]*)/.exec(line)?.[1] ?? line;
    // Ids in the words do not make a kind of their own.
    const kind = words.replace(/[0-9a-f-]{30,}[:\d]*/g, '…').slice(0, 100);
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, { line: line.slice(0, LONGEST_LINE), count: 1 });
    else known.count += 1;
  }
  const sorted = [...kinds.values()].sort((a, b) => b.count - a.count).slice(0, SHOWN);
  return sorted.map(({ line, count }) => [line, count]);
}
