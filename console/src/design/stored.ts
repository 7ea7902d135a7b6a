/** A choice of this browser's user: one of a few words, kept in local storage. */
export type Stored<T extends string> = {
  get(): T;
  set(value: T): void;
  subscribe(changed: () => void): () => void;
};

/** Takes the allowed words and what holds until one was chosen. Storage that is switched off only forgets. */
export function createStored<T extends string>(name: string, allowed: readonly T[], first: T): Stored<T> {
  const key = `callwright.${name}`;
  const listeners = new Set<() => void>();
  let value = allowed.find((word) => word === read(key)) ?? first;
  return {
    get: () => value,
    set(next) {
      value = next;
      try {
        localStorage.setItem(key, next);
      } catch {
        // Private windows of some browsers refuse; the choice then lasts as long as the page.
      }
      for (const changed of listeners) changed();
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
