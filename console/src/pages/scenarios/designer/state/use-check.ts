import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CheckView, ProblemView } from '../../../../../../contracts/api/scenarios.ts';
import { request } from '../../../../api/client.ts';
import { useLater } from '../../../../components/use-later.ts';
import type { Document } from '../model/document.ts';

/** How long a document must stand still before it is checked, ms. */
const PAUSE_MS = 400;

/** What the server finds in the draft, while it is drawn. What was found last stays until there is an answer. */
export function useCheck(scenario: string, document: Document, enabled: boolean): CheckView | undefined {
  const later = useLater(document, PAUSE_MS);
  return useQuery({
    // Keys are compared as text: the number stands for the object.
    queryKey: ['designer-check', scenario, numberOf(later)],
    queryFn: ({ signal }) =>
      request<CheckView>('POST', '/scenarios/check', { document: later, scenario }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
    retry: false,
    enabled,
  }).data;
}

const numbers = new WeakMap<object, number>();
let last = 0;
function numberOf(document: object): number {
  const known = numbers.get(document);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(document, last);
  return last;
}

/** Problems by `part/block`; the same list as before for a block whose problems stay the same. */
export function useProblemsByBlock(
  check: CheckView | undefined,
): ReadonlyMap<string, readonly ProblemView[]> {
  const keep = useMemo(createKeeper, []);
  return useMemo(() => keep(check?.problems ?? []), [keep, check]);
}

function createKeeper(): (problems: readonly ProblemView[]) => ReadonlyMap<string, readonly ProblemView[]> {
  let before: ReadonlyMap<string, readonly ProblemView[]> = new Map();
  return (problems) => {
    const grouped = Map.groupBy(
      problems.filter(({ block }) => block !== null),
      ({ block }) => block ?? '',
    );
    before = new Map(
      [...grouped].map(([place, list]) => {
        const old = before.get(place);
        return [place, old !== undefined && JSON.stringify(old) === JSON.stringify(list) ? old : list];
      }),
    );
    return before;
  };
}
