import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** One word of the address: it can be sent to somebody and survives a reload. Null takes it out. */
export function useSearchParam(name: string): [string | null, (value: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (value: string | null) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === null || value === '') next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: value === null, preventScrollReset: true },
      ),
    [setSearch, name],
  );
  return [search.get(name), set];
}
