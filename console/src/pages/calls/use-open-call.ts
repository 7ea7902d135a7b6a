import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

const NAME = 'call';

/** Which call is open beside the list: kept in the address, so that it can be sent to somebody and survives a reload. */
export function useOpenCall(): { call: string | null; open: (id: string) => void; close: () => void } {
  const [search, setSearch] = useSearchParams();
  const change = useCallback(
    (id: string | null) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (id === null) next.delete(NAME);
          else next.set(NAME, id);
          return next;
        },
        { replace: id === null, preventScrollReset: true },
      ),
    [setSearch],
  );
  const open = useCallback((id: string) => change(id), [change]);
  const close = useCallback(() => change(null), [change]);
  return { call: search.get(NAME), open, close };
}
