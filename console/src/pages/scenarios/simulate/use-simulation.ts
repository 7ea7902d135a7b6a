import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SimulationView } from '../../../../../contracts/api/scenarios.ts';
import type { SimulationGiven } from '../../../../../contracts/scenario/simulation.ts';
import { request } from '../../../api/client.ts';
import { digest } from '../graph/digest.ts';
import { SCENARIOS } from '../scenarios-query.ts';

/** One simulated call from its beginning; what was shown stays while the next step is asked for. */
export function useSimulation(
  scenario: string,
  document: unknown,
  given: SimulationGiven,
): UseQueryResult<SimulationView> {
  const key = useMemo(() => digest(JSON.stringify(document)), [document]);
  return useQuery({
    queryKey: [...SCENARIOS, 'simulation', scenario, key, given],
    queryFn: ({ signal }) =>
      request<SimulationView>('POST', '/scenarios/simulate', { document, given, scenario }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
}
