import type { CallGraphView } from '../../../../../contracts/api/call-graph.ts';

/** A scenario version as `GET /calls/:id/graph` draws it. */
export type ScenarioGraph = CallGraphView;
export type GraphBlock = ScenarioGraph['parts'][number]['blocks'][number];

/** `part/block`, as steps and live calls name a block. */
export const placeIn = (part: string, block: string): string => `${part}/${block}`;

/** What people call a block: the label that its author gave it, else its name. */
export const blockName = (block: GraphBlock): string => block.label ?? block.id;

/** Place → name of every block. */
export function namesOf(graph: ScenarioGraph): ReadonlyMap<string, string> {
  return new Map(
    graph.parts.flatMap((part) => part.blocks.map((block) => [placeIn(part.id, block.id), blockName(block)])),
  );
}
