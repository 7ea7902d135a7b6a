import type { PhoneCallView } from '../../../../../contracts/api/phone.ts';
import { isOver } from './which-call.ts';

/** A call that is over, as this browser remembers it. */
export type LoggedCall = Pick<
  PhoneCallView,
  'id' | 'peer' | 'direction' | 'startedAt' | 'answeredAt' | 'endedAt'
> & {
  readonly line: string;
};

export type CallLog = {
  list(): readonly LoggedCall[];
  /** Takes up those of `calls` that are over; true when any was new. */
  note(calls: readonly PhoneCallView[]): boolean;
  clear(): void;
};

const KEPT = 50;

const isLogged = (one: unknown): one is LoggedCall =>
  typeof one === 'object' && one !== null && 'id' in one && 'peer' in one && 'startedAt' in one;

function read(text: string | null): LoggedCall[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(stored) ? stored.filter(isLogged) : [];
  } catch {
    return [];
  }
}

/**
 * The last calls of this tab, newest first. Kept for the tab's life only (`sessionStorage`): numbers are personal data,
 * and the desk may be another's tomorrow.
 */
export function createCallLog(storage: Pick<Storage, 'getItem' | 'setItem'>, key: string): CallLog {
  let calls: readonly LoggedCall[] = read(storage.getItem(key));
  const keep = (next: readonly LoggedCall[]): void => {
    calls = next;
    storage.setItem(key, JSON.stringify(next));
  };
  return {
    list: () => calls,
    clear: () => keep([]),
    note(seen) {
      const known = new Set(calls.map(({ id }) => id));
      const fresh = seen
        .filter((call) => isOver(call) && !known.has(call.id))
        .map(({ id, line, peer, direction, startedAt, answeredAt, endedAt }) => ({
          ...{ id, line, peer, direction, startedAt, answeredAt, endedAt },
        }));
      if (fresh.length > 0)
        keep([...fresh, ...calls].toSorted((a, b) => b.startedAt - a.startedAt).slice(0, KEPT));
      return fresh.length > 0;
    },
  };
}
