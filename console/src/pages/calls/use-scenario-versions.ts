import { useQuery } from '@tanstack/react-query';
import type { ScenarioListView, ScenarioVersionView } from '../../../../contracts/api/numbers.ts';
import { get } from '../../api/client.ts';
import { useMay } from '../../api/session.ts';

const NONE: readonly ScenarioVersionView[] = [];

/** Published scenario versions, for names and version numbers; none for those who may not see them. */
export function useScenarioVersions(): readonly ScenarioVersionView[] {
  const may = useMay('numbers.read');
  const query = useQuery({
    queryKey: ['scenario-versions'],
    queryFn: get<ScenarioListView>('/scenario-versions'),
    enabled: may,
    staleTime: 60_000,
  });
  return query.data?.scenarios ?? NONE;
}
