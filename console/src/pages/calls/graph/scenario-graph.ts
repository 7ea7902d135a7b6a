import type { CallGraphView } from '../../../../../contracts/api/call-graph.ts';

type Part = CallGraphView['parts'][number];
type Block = Part['blocks'][number];
/** `words`: what people call an outcome that they made themselves. */
type Wire = Block['next'][number] & { readonly words?: string | undefined };
export type GraphBlock = Omit<Block, 'next'> & { readonly next: readonly Wire[] };

/** A scenario version as `GET /calls/:id/graph` draws it, or a draft. */
export type ScenarioGraph = Omit<CallGraphView, 'parts'> & {
  readonly parts: readonly (Omit<Part, 'blocks'> & { readonly blocks: readonly GraphBlock[] })[];
};

/** `part/block`, as steps and live calls name a block. */
export const placeIn = (part: string, block: string): string => `${part}/${block}`;

/** What people call a block: the label that its author gave it, else what kind it is; beside it the other of the two. */
export type BlockTitle = { readonly name: string; readonly detail: string };

/** Title of a block; `kind` is the word for its type. */
export const blockTitle = (label: string | null, id: string, kind: string): BlockTitle =>
  label === null ? { name: kind, detail: id } : { name: label, detail: kind };

/** Place → label, of the blocks that have one. */
export function labelsOf(graph: ScenarioGraph): ReadonlyMap<string, string> {
  return new Map(
    graph.parts.flatMap((part) =>
      part.blocks.flatMap(({ id, label }) =>
        label === null ? [] : [[placeIn(part.id, id), label] as const],
      ),
    ),
  );
}
