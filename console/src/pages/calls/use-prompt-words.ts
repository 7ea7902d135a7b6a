import { useQuery } from '@tanstack/react-query';
import type { FallbackPromptListView } from '../../../../contracts/api/numbers.ts';
import { get } from '../../api/client.ts';
import { useMay } from '../../api/session.ts';

const NONE: ReadonlyMap<string, string> = new Map();

/** Path of a shipped prompt → what it says. A customer's own recordings have no words and are shown by their file. */
export function usePromptWords(): ReadonlyMap<string, string> {
  const may = useMay('numbers.read');
  const query = useQuery({
    queryKey: ['prompt-words'],
    queryFn: get<FallbackPromptListView>('/fallback-prompts'),
    enabled: may,
    staleTime: Number.POSITIVE_INFINITY,
    select: toMap,
  });
  return query.data ?? NONE;
}

const toMap = ({ prompts }: FallbackPromptListView): ReadonlyMap<string, string> =>
  new Map(prompts.map(({ path, words }) => [path, words]));
