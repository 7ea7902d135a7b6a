import { useMemo } from 'react';
import { labelsOf, type ScenarioGraph } from '../../calls/graph/scenario-graph.ts';
import { useCallWords } from '../../calls/use-call-words.ts';

/** `part/block` → what people call the block: its label, else what kind it is; a block that is gone by its own name. */
export function usePlaceWords(graph: ScenarioGraph): (place: string) => string {
  const words = useCallWords();
  return useMemo(() => {
    const labels = labelsOf(graph);
    const types = new Map<string, string>(
      graph.parts.flatMap((part) => part.blocks.map(({ id, type }) => [`${part.id}/${id}`, type] as const)),
    );
    return (place) => {
      const label = labels.get(place);
      if (label !== undefined) return label;
      const type = types.get(place);
      const id = place.replace(/^main\//, '');
      return type === undefined ? id : `${words.blockType(type)} (${id})`;
    };
  }, [graph, words]);
}
