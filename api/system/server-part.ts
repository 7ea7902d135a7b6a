import type { PartHealth } from '../../contracts/api/health.ts';
import type { SystemPartView } from '../../contracts/api/system.ts';
import { adviceFor } from './advice.ts';
import { timesOf } from './facts.ts';

const SERVERS = {
  temporal: { title: { ko: 'Temporal', en: 'Temporal' }, advice: 'temporal/down' },
  postgres: { title: { ko: '데이터베이스 (Postgres)', en: 'Database (Postgres)' }, advice: 'postgres/down' },
} as const;

/** A server that this process has just asked for its version; undefined when it did not answer. */
export function serverPart(
  part: keyof typeof SERVERS,
  version: string | undefined,
  known: PartHealth | undefined,
): SystemPartView {
  const { title, advice } = SERVERS[part];
  return {
    part,
    title,
    state: version === undefined ? 'down' : 'ok',
    version: version ?? null,
    detail: null,
    ...timesOf(known === undefined ? [] : [{ ...known, ageMs: 0 }]),
    advice: version === undefined ? adviceFor(advice) : null,
  };
}
