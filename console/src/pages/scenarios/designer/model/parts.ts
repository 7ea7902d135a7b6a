import {
  type Document,
  type Draft,
  type DraftBlock,
  type Layout,
  MAIN,
  placeOf,
  splitPlace,
} from './document.ts';

/** The draft with an empty part more: it begins with its way back. */
export function addPart(draft: Draft, id: string): Draft {
  const back: DraftBlock = { type: 'return', outcome: 'done' };
  const part = { entry: 'return', blocks: { return: back } };
  return {
    document: { ...draft.document, subScenarios: { ...draft.document.subScenarios, [id]: part } },
    layout: { ...draft.layout, [placeOf(id, 'return')]: { x: 0, y: 0 } },
  };
}

/** The draft without a part; blocks that call it stay, and the problems list shows them. */
export function removePart(draft: Draft, id: string): Draft {
  const { [id]: _, ...subScenarios } = draft.document.subScenarios ?? {};
  const layout: Layout = Object.fromEntries(
    Object.entries(draft.layout).filter(([place]) => splitPlace(place).part !== id),
  );
  return { document: { ...draft.document, subScenarios }, layout };
}

/** The draft with a part under another id; blocks that call it follow. */
export function renamePart(draft: Draft, from: string, to: string): Draft {
  const parts = draft.document.subScenarios ?? {};
  if (from === to || to === MAIN || Object.hasOwn(parts, to) || !Object.hasOwn(parts, from)) return draft;
  const calls = (blocks: Document['blocks']): Document['blocks'] =>
    Object.fromEntries(
      Object.entries(blocks).map(([id, block]) => [
        id,
        block.type === 'subScenario' && block.part === from ? { ...block, part: to } : block,
      ]),
    );
  const document: Document = {
    ...draft.document,
    blocks: calls(draft.document.blocks),
    subScenarios: Object.fromEntries(
      Object.entries(parts).map(([id, part]) => [
        id === from ? to : id,
        { ...part, blocks: calls(part.blocks) },
      ]),
    ),
  };
  const layout: Layout = Object.fromEntries(
    Object.entries(draft.layout).map(([place, at]) => {
      const { part, block } = splitPlace(place);
      return [part === from ? placeOf(to, block) : place, at];
    }),
  );
  return { document, layout };
}

/** The draft with other parameters of a part. */
export function withParameters(draft: Draft, id: string, parameters: string[]): Draft {
  const part = draft.document.subScenarios?.[id];
  if (part === undefined) return draft;
  const subScenarios = { ...draft.document.subScenarios, [id]: { ...part, parameters } };
  return { ...draft, document: { ...draft.document, subScenarios } };
}
