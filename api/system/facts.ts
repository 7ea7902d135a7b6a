import { HEALTH_STALE_AFTER_MS } from '../../contracts/api/health.ts';
import type { SystemPartView } from '../../contracts/api/system.ts';
import type { ReportedPart } from '../../db/repositories/part-health.ts';

/** What one of our processes says of a part; old words count as failures. */
export type Word = Pick<ReportedPart, 'ok' | 'lastSuccessAt' | 'lastErrorAt' | 'lastError' | 'ageMs'>;

export const isFresh = ({ ageMs }: Pick<Word, 'ageMs'>): boolean => ageMs <= HEALTH_STALE_AFTER_MS;
export const isWell = (word: Word): boolean => word.ok && isFresh(word);

const latest = (instants: (number | undefined)[]): string | null => {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length === 0 ? null : new Date(Math.max(...known)).toISOString();
};

/** When it last went well and ill by any of them, and what went wrong last. */
export function timesOf(
  words: readonly Word[],
): Pick<SystemPartView, 'lastSuccessAt' | 'lastErrorAt' | 'lastError'> {
  const failed = words.filter(({ lastErrorAt }) => lastErrorAt !== undefined);
  const last = failed.toSorted((a, b) => (b.lastErrorAt ?? 0) - (a.lastErrorAt ?? 0))[0];
  return {
    lastSuccessAt: latest(words.map(({ lastSuccessAt }) => lastSuccessAt)),
    lastErrorAt: latest(words.map(({ lastErrorAt }) => lastErrorAt)),
    lastError: last?.lastError ?? null,
  };
}

/** All well, some, or none; nobody's word is none. */
export function stateOf(words: readonly Word[]): 'ok' | 'degraded' | 'down' {
  const well = words.filter(isWell).length;
  if (well === 0) return 'down';
  return well === words.length ? 'ok' : 'degraded';
}
