import type { CallId, TenantId } from '../../contracts/ids.ts';
import type { LiveCallRow } from '../../db/repositories/call-feed.ts';
import { toLiveCall } from './live-change.ts';

/** One change of one call, as text that is made once and written to every reader. */
export type LiveChange = {
  readonly number: number;
  readonly tenant: TenantId;
  readonly event: 'call' | 'gone';
  readonly data: string;
};

/** What was loaded: all live calls, or what is still live of the asked ones. */
export type Loaded = { readonly asked: 'all' | readonly CallId[]; readonly rows: readonly LiveCallRow[] };

export type LiveState = {
  /** Number of the newest change. */
  readonly newest: number;
  /** Takes over what was loaded and returns what changed by it. */
  apply(loaded: Loaded): readonly LiveChange[];
  /** JSON of each live call of the company, or of all. */
  calls(tenant: TenantId | undefined): readonly string[];
  /** Changes after `number`; undefined when they are no longer all kept. */
  since(number: number): readonly LiveChange[] | undefined;
};

/** Live calls in memory with the last `keep` changes, so that who was away for a moment gets just what was missed. */
export function createLiveState(keep: number): LiveState {
  const known = new Map<CallId, { tenant: TenantId; data: string }>();
  let kept: LiveChange[] = [];
  let newest = 0;

  function note(tenant: TenantId, event: LiveChange['event'], data: string): LiveChange {
    newest += 1;
    return { number: newest, tenant, event, data };
  }

  return {
    get newest() {
      return newest;
    },
    apply({ asked, rows }) {
      const changes: LiveChange[] = [];
      const live = new Set<CallId>();
      for (const row of rows) {
        live.add(row.call);
        const data = JSON.stringify(toLiveCall(row));
        if (known.get(row.call)?.data === data) continue;
        known.set(row.call, { tenant: row.tenant, data });
        changes.push(note(row.tenant, 'call', data));
      }
      for (const call of asked === 'all' ? [...known.keys()] : asked) {
        const before = known.get(call);
        if (before === undefined || live.has(call)) continue;
        known.delete(call);
        changes.push(note(before.tenant, 'gone', JSON.stringify({ id: call })));
      }
      kept.push(...changes);
      // Cut seldom, so that a change costs no copy of the whole.
      if (kept.length > 2 * keep) kept = kept.slice(-keep);
      return changes;
    },
    calls: (tenant) =>
      [...known.values()].flatMap((one) => (tenant === undefined || one.tenant === tenant ? [one.data] : [])),
    since(number) {
      if (number === newest) return [];
      const oldest = newest - kept.length + 1;
      if (number > newest || number + 1 < oldest) return undefined;
      return kept.slice(number + 1 - oldest);
    },
  };
}
