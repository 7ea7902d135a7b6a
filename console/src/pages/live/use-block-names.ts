import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LiveCall } from '../../../../contracts/api/live.ts';
import { graphQuery } from '../calls/calls-api.ts';
import { labelsOf, type ScenarioGraph } from '../calls/graph/scenario-graph.ts';

/** Scenario hash → place → label of the block. */
export type BlockNames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Names of the blocks of these calls' scenarios. Asked once for each scenario version, by any of its calls; until the
 * answer is there (and where it fails) a block is shown by its own name.
 */
export function useBlockNames(calls: readonly LiveCall[]): BlockNames {
  const anyCallOf = new Map<string, string>();
  for (const { scenario, id } of calls)
    if (scenario !== null && !anyCallOf.has(scenario)) anyCallOf.set(scenario, id);
  const graphs = useQueries({
    queries: [...anyCallOf].map(([hash, call]) => ({ ...graphQuery(call, hash), retry: false })),
    combine: graphsOf,
  });
  return useMemo(
    () =>
      new Map(
        graphs.flatMap((graph) => (graph === undefined ? [] : [[graph.hash, labelsOf(graph)] as const])),
      ),
    [graphs],
  );
}

/** One function for all draws, so that equal answers give the same list and nothing below is drawn again. */
const graphsOf = (
  results: readonly { readonly data: ScenarioGraph | undefined }[],
): readonly (ScenarioGraph | undefined)[] => results.map(({ data }) => data);
