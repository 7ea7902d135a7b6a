import { cpuMsOf, family, peakRssMb } from './processes.ts';

/** The processes of a run by the part that they are. */
export type Parts = Readonly<Record<string, number>>;

export type Usage = {
  /** Processor time of each part, ms. */
  readonly cpuMs: Record<string, number>;
  readonly peakRssMb: Record<string, number>;
  readonly wallMs: number;
};

/** Begins to count; call the result to end it. */
export function watchUsage(parts: Parts): () => Usage {
  const startedAt = performance.now();
  const entries = Object.entries(parts);
  const before = new Map(entries.map(([name, pid]) => [name, cpuMsOf(membersOf(pid))]));
  return () => {
    return {
      cpuMs: Object.fromEntries(
        entries.map(([name, pid]) => [name, cpuMsOf(membersOf(pid)) - (before.get(name) ?? 0)]),
      ),
      peakRssMb: Object.fromEntries(entries.map(([name, pid]) => [name, peakRssMb(pid)])),
      wallMs: performance.now() - startedAt,
    };
  };
}

/** Everything that the engine starts stands below this process, and is counted by itself. */
const membersOf = (pid: number): number[] => (pid === process.pid ? [pid] : family(pid));
