import { createSeeded, type Seeded } from './seeded.ts';

/** What goes wrong with one hand-over. */
export const HAND_OVER_FAULTS = [
  /** Accepted, but the connection is cut instead of a reply. */
  'reply-lost',
  /** Accepted, but the reply comes when nobody waits for it any more. */
  'reply-late',
  /** 500 although everything was accepted. */
  'error-after',
  /** 500, and nothing was accepted. */
  'error-before',
  'rate-limit',
  /** The first half is accepted, the rest put off. */
  'partial',
  /** Cut before anything was read. */
  'cut',
] as const;
export type HandOverFault = (typeof HAND_OVER_FAULTS)[number] | 'none';

/** What goes wrong with one report. */
export type ReportFault = 'none' | 'lost' | 'doubled' | 'late' | 'reordered';

/** What a provider does wrong, the same for the same seed. */
export type FaultPlan = {
  handOver(): HandOverFault;
  /** How long it takes for a reply after it has accepted everything, ms. */
  replyAfterMs(): number;
  report(): { fault: ReportFault; afterMs: number };
};

export const noFaults: FaultPlan = {
  handOver: () => 'none',
  replyAfterMs: () => 0,
  report: () => ({ fault: 'none', afterMs: 20 }),
};

const REPORT_FAULTS: readonly ReportFault[] = ['lost', 'doubled', 'doubled', 'late', 'reordered'];

/** Every third hand-over and every second report goes wrong; no kind of a hand-over's fault comes again too soon. */
export function seededFaults(seed: number): FaultPlan {
  const seeded = createSeeded(seed);
  let left: HandOverFault[] = [];
  return {
    handOver() {
      if (seeded.between(1, 3) !== 1) return 'none';
      if (left.length === 0) left = shuffled(seeded, HAND_OVER_FAULTS);
      return left.pop() ?? 'none';
    },
    replyAfterMs: () => seeded.between(0, 400),
    report() {
      const fault = seeded.between(0, 1) === 0 ? 'none' : seeded.pick(REPORT_FAULTS);
      return { fault, afterMs: fault === 'late' ? seeded.between(2_000, 4_000) : seeded.between(10, 400) };
    },
  };
}

function shuffled<T>(seeded: Seeded, items: readonly T[]): T[] {
  const rest = [...items];
  const mixed: T[] = [];
  while (rest.length > 0) mixed.push(...rest.splice(seeded.between(0, rest.length - 1), 1));
  return mixed;
}
