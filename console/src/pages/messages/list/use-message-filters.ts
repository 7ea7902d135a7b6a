import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type MessageFilters, readFilters, writeFilters } from './message-filters.ts';

export type FilterPlace = {
  readonly filters: MessageFilters;
  change(part: Partial<MessageFilters>): void;
};

/** The filters in the address. */
export function useMessageFilters(): FilterPlace {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => readFilters(search), [search]);
  const change = useCallback(
    (part: Partial<MessageFilters>) =>
      setSearch(writeFilters({ ...filters, ...part }), { preventScrollReset: true }),
    [filters, setSearch],
  );
  return { filters, change };
}
