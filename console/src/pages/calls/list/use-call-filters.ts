import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { type CallFilters, NO_FILTERS, readFilters, writeFilters } from './call-filters.ts';

export type ListPlace = {
  readonly filters: CallFilters;
  /** Cursors of the pages before this one, oldest first; `''` is the first page. Empty after a link to a later page. */
  readonly trail: readonly string[];
  /** New filters begin at the first page. */
  change(part: Partial<CallFilters>): void;
  turnTo(next: string): void;
  /** One page back; to the first page where the way here is not known. */
  turnBack(): void;
};

/**
 * Filters and place of the list, in the address. The way back through the pages is kept beside the address in the
 * browser's history, so it survives a reload, and the browser's own back works as well.
 */
export function useCallFilters(): ListPlace {
  const [search] = useSearchParams();
  const { state } = useLocation();
  const navigate = useNavigate();
  const filters = useMemo(() => readFilters(search), [search]);
  const trail = useMemo(() => trailOf(state), [state]);
  const go = useCallback(
    (next: CallFilters, nextTrail: readonly string[]) =>
      void navigate(
        { search: writeFilters(next).toString() },
        { state: { trail: nextTrail }, preventScrollReset: true },
      ),
    [navigate],
  );
  return {
    filters,
    trail,
    change: (part) => go({ ...filters, cursor: null, ...part }, []),
    turnTo: (cursor) => go({ ...filters, cursor }, [...trail, filters.cursor ?? '']),
    turnBack: () => go({ ...filters, cursor: trail.at(-1) || NO_FILTERS.cursor }, trail.slice(0, -1)),
  };
}

/** What somebody else wrote into the history counts as nothing. */
function trailOf(state: unknown): readonly string[] {
  if (typeof state !== 'object' || state === null || !('trail' in state) || !Array.isArray(state.trail))
    return [];
  return state.trail.every((cursor) => typeof cursor === 'string') ? state.trail : [];
}
