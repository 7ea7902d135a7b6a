/** States that can be gone back to. `key` names what the last change was part of; null: of nothing. */
export type History<T> = {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  readonly key: string | null;
  /** When the last change was, ms. */
  readonly at: number;
};

const MOST = 200;
/** Changes with the same key within this time are one step: a word, not its letters. */
export const TOGETHER_MS = 1_200;

export const beginHistory = <T>(present: T): History<T> => ({
  past: [],
  present,
  future: [],
  key: null,
  at: 0,
});

/**
 * One change more.
 * @param key changes with the same key, soon after each other, are undone together; null: alone
 * @param now ms of any clock
 */
export function changed<T>(history: History<T>, present: T, key: string | null, now: number): History<T> {
  if (present === history.present) return history;
  const together = key !== null && key === history.key && now - history.at <= TOGETHER_MS;
  const past = together ? history.past : [...history.past, history.present].slice(-MOST);
  return { past, present, future: [], key, at: now };
}

/** One step back; the same history when there is none. */
export function undone<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    key: null,
    at: 0,
  };
}

/** One step forth again. */
export function redone<T>(history: History<T>): History<T> {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future, key: null, at: 0 };
}
