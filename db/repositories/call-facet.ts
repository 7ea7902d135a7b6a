import { type CallResult, OUTCOMES } from '../../contracts/call/outcome.ts';
import type { CallDirection, CallState } from './call-row.ts';

/**
 * Direction, state, result and whether it was answered as one short word, kept by Postgres in `calls.facet`: few values
 * that stand in front of the arrival in the list's indexes, so that any mixture of these filters reads only rows that
 * it shows.
 */
type Facet = {
  readonly word: string;
  readonly direction: CallDirection;
  readonly state: CallState;
  readonly result: CallResult | undefined;
  readonly answered: boolean;
};

export type FacetFilter = {
  direction?: CallDirection | undefined;
  state?: CallState | undefined;
  result?: CallResult | undefined;
  answered?: boolean | undefined;
};

const RESULTS = Object.keys(OUTCOMES) as CallResult[];

const FACETS: readonly Facet[] = (['inbound', 'outbound'] as const).flatMap((direction) =>
  [false, true].flatMap((answered) => [
    ...(['starting', 'active'] as const).map((state) =>
      facet({ direction, state, result: undefined, answered }),
    ),
    ...RESULTS.map((result) => facet({ direction, state: 'ended', result, answered })),
  ]),
);

function facet(parts: Omit<Facet, 'word'>): Facet {
  const { direction, state, result, answered } = parts;
  return { ...parts, word: `${direction[0]}-${result ?? state}${answered ? '-answered' : ''}` };
}

/** True when the filter says nothing about what a facet holds. */
export const anyFacet = (filter: FacetFilter): boolean =>
  [filter.direction, filter.state, filter.result, filter.answered].every((wanted) => wanted === undefined);

/** The facets that a filter lets through; none when it contradicts itself. */
export const facetsOf = (filter: FacetFilter): string[] =>
  FACETS.filter((one) =>
    (['direction', 'state', 'result', 'answered'] as const).every(
      (key) => filter[key] === undefined || filter[key] === one[key],
    ),
  ).map(({ word }) => word);
