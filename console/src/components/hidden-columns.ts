import { useState } from 'react';

type Choosable = { readonly key: string; readonly hiddenAtFirst?: boolean };

export type HiddenColumns = {
  readonly keys: ReadonlySet<string>;
  toggle(key: string): void;
};

/** Which columns of a table are hidden, kept in this browser under the table's name. */
export function useHiddenColumns(name: string, columns: readonly Choosable[]): HiddenColumns {
  const [keys, setKeys] = useState<ReadonlySet<string>>(() => read(name) ?? atFirst(columns));
  return {
    keys,
    toggle(key) {
      const next = keys.symmetricDifference(new Set([key]));
      setKeys(next);
      try {
        localStorage.setItem(storageKey(name), [...next].join(' '));
      } catch {
        // As with other choices: it then lasts as long as the page.
      }
    },
  };
}

const storageKey = (name: string): string => `callwright.columns.${name}`;

const atFirst = (columns: readonly Choosable[]): ReadonlySet<string> =>
  new Set(columns.filter(({ hiddenAtFirst }) => hiddenAtFirst === true).map(({ key }) => key));

function read(name: string): ReadonlySet<string> | undefined {
  try {
    const text = localStorage.getItem(storageKey(name));
    return text === null ? undefined : new Set(text.split(' ').filter(Boolean));
  } catch {
    return undefined;
  }
}
