/** One run of the benchmark, and what else was seen of the machine meanwhile. */
export type Look = {
  /** What is too late or wrong in it; none is a pass. */
  readonly findings: readonly string[];
  /** Share of the machine's processor time that other processes took, 0 to 1. */
  readonly others: number | undefined;
  /** p95 of a plain script on the event socket at the same rate in the same run, ms. */
  readonly rawEslP95: number | undefined;
};

export type Verdict =
  | { readonly kind: 'passed' | 'failed' | 'skipped'; readonly words: string }
  | { readonly kind: 'look again'; readonly words: string };

/** Beyond it a two-core machine has less left than ten calls a second take. */
const OTHERS_AT_MOST = 0.15;
/** Twice what the script takes on a quiet machine: it waits for the switch's 20 ms poll and hardly computes. */
const RAW_ESL_AT_MOST_MS = 100;
const LATE_UNTIL_FAILED = 2;
const BUSY_UNTIL_SKIPPED = 2;

/**
 * Takes the runs so far, the last one at the end. Only two late runs on a machine that had time for us are a failure; a
 * run beside other work proves nothing, and two of them end the matter as skipped.
 */
export function judge(looks: readonly Look[]): Verdict {
  const last = looks.at(-1);
  if (last?.findings.length === 0)
    return { kind: 'passed', words: looks.length === 1 ? '' : 'at another look' };
  const findings = last?.findings.join('; ') ?? 'nothing was measured';
  const reasons = looks.flatMap((look) => whyTooBusy(look) ?? []);
  if (looks.length - reasons.length >= LATE_UNTIL_FAILED) return { kind: 'failed', words: findings };
  if (reasons.length < BUSY_UNTIL_SKIPPED) return { kind: 'look again', words: findings };
  return { kind: 'skipped', words: `too busy to judge: ${reasons.join('; ')}; measured: ${findings}` };
}

/** Why a late run says nothing about us; undefined when it does. */
function whyTooBusy({ others, rawEslP95 }: Look): string | undefined {
  if (others !== undefined && others > OTHERS_AT_MOST)
    return `other programs took ${Math.round(others * 100)} % of the processors`;
  if (rawEslP95 !== undefined && rawEslP95 > RAW_ESL_AT_MOST_MS)
    return `a plain script on the event socket took ${rawEslP95} ms (p95)`;
  return undefined;
}
