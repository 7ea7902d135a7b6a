import { useSearchParams } from 'react-router';
import { asDay, seoulDay } from '../calls/list/quick-range.ts';
import type { UsageFilter } from './usage-filters.tsx';
import { GROUPINGS } from './usage-rows.ts';

/** What the address says to show; this month by day unless told. */
export function useUsageFilter(): [UsageFilter, (part: Partial<UsageFilter>) => void] {
  const [search, setSearch] = useSearchParams();
  const today = seoulDay(Date.now());
  const filter: UsageFilter = {
    from: asDay(search.get('from')) ?? `${today.slice(0, 8)}01`,
    to: asDay(search.get('to')) ?? today,
    by: GROUPINGS.find((one) => one === search.get('by')) ?? 'day',
  };
  return [
    filter,
    (part) =>
      setSearch((before) => new URLSearchParams({ ...Object.fromEntries(before), ...filter, ...part })),
  ];
}
