import {
  type Blocks,
  blocksOf,
  type Document,
  type Draft,
  type DraftBlock,
  entryOf,
  type Layout,
  MAIN,
  nextOf,
  type Place,
  placeOf,
  withBlocks,
  withEntry,
} from './document.ts';
import { freshId } from './ids.ts';

/** The draft with one block more, and the id that it got. The first block of a part is its beginning. */
export function addBlock(
  draft: Draft,
  part: string,
  block: DraftBlock,
  at: Place,
): { draft: Draft; id: string } {
  const blocks = blocksOf(draft.document, part);
  const id = freshId(block.type, (wish) => Object.hasOwn(blocks, wish));
  let document = withBlocks(draft.document, part, { ...blocks, [id]: block });
  if (!Object.hasOwn(blocks, entryOf(document, part))) document = withEntry(document, part, id);
  return { draft: { document, layout: { ...draft.layout, [placeOf(part, id)]: at } }, id };
}

/** The draft with a block changed; it stays as it is when there is no such block. */
export function changeBlock(
  draft: Draft,
  part: string,
  id: string,
  change: (block: DraftBlock) => DraftBlock,
): Draft {
  const blocks = blocksOf(draft.document, part);
  const block = blocks[id];
  if (block === undefined) return draft;
  const changed = change(block);
  if (changed === block) return draft;
  return { ...draft, document: withBlocks(draft.document, part, { ...blocks, [id]: changed }) };
}

/** The block with a wire from an outcome to a block; null takes the wire away. */
export function wired(block: DraftBlock, outcome: string, target: string | null): DraftBlock {
  if (!('next' in block)) return block;
  const { [outcome]: _, ...others } = block.next;
  if (target === null) return { ...block, next: others };
  return { ...block, next: { ...block.next, [outcome]: target } };
}

/** The draft with a wire set or (null) taken away. */
export const wire = (draft: Draft, part: string, id: string, outcome: string, target: string | null): Draft =>
  changeBlock(draft, part, id, (block) => wired(block, outcome, target));

/** The draft without these blocks and without the wires that led to them. */
export function removeBlocks(draft: Draft, part: string, ids: ReadonlySet<string>): Draft {
  const kept: Blocks = Object.fromEntries(
    Object.entries(blocksOf(draft.document, part))
      .filter(([id]) => !ids.has(id))
      .map(([id, block]) => [id, withoutWiresTo(block, ids)]),
  );
  let document = withBlocks(draft.document, part, kept);
  const [first] = Object.keys(kept);
  if (ids.has(entryOf(document, part)) && first !== undefined) document = withEntry(document, part, first);
  if (part === MAIN) document = withoutHandlersTo(document, ids);
  const gone = new Set([...ids].map((id) => placeOf(part, id)));
  const layout: Layout = Object.fromEntries(Object.entries(draft.layout).filter(([at]) => !gone.has(at)));
  return { document, layout };
}

function withoutWiresTo(block: DraftBlock, ids: ReadonlySet<string>): DraftBlock {
  const next = nextOf(block);
  if (!('next' in block) || !Object.values(next).some((target) => ids.has(target))) return block;
  return {
    ...block,
    next: Object.fromEntries(Object.entries(next).filter(([, target]) => !ids.has(target))),
  };
}

function withoutHandlersTo(document: Document, ids: ReadonlySet<string>): Document {
  const { onHungUp, handlers, ...rest } = document;
  const kept = Object.entries(handlers ?? {}).filter(([, target]) => !ids.has(target));
  return {
    ...rest,
    ...(onHungUp === undefined || ids.has(onHungUp) ? {} : { onHungUp }),
    ...(kept.length === 0 ? {} : { handlers: Object.fromEntries(kept) }),
  };
}

/** The draft with a block under another id, in its old order; wires, handlers and the place on the canvas follow. */
export function renameBlock(draft: Draft, part: string, from: string, to: string): Draft {
  const blocks = blocksOf(draft.document, part);
  if (from === to || Object.hasOwn(blocks, to) || !Object.hasOwn(blocks, from)) return draft;
  const named = (id: string): string => (id === from ? to : id);
  const renamed: Blocks = Object.fromEntries(
    Object.entries(blocks).map(([id, block]) => [named(id), withTargets(block, named)]),
  );
  let document = withBlocks(draft.document, part, renamed);
  if (entryOf(document, part) === from) document = withEntry(document, part, to);
  if (part === MAIN) document = withHandlers(document, named);
  const { [placeOf(part, from)]: at, ...layout } = draft.layout;
  return { document, layout: at === undefined ? layout : { ...layout, [placeOf(part, to)]: at } };
}

/** The block with its wires leading to other ids; the same block when none of them changes. */
export function withTargets(block: DraftBlock, named: (id: string) => string): DraftBlock {
  const next = nextOf(block);
  if (!('next' in block) || Object.values(next).every((target) => named(target) === target)) return block;
  return {
    ...block,
    next: Object.fromEntries(Object.entries(next).map(([outcome, target]) => [outcome, named(target)])),
  };
}

function withHandlers(document: Document, named: (id: string) => string): Document {
  const { onHungUp, handlers } = document;
  return {
    ...document,
    ...(onHungUp === undefined ? {} : { onHungUp: named(onHungUp) }),
    ...(handlers === undefined
      ? {}
      : {
          handlers: Object.fromEntries(Object.entries(handlers).map(([name, id]) => [name, named(id)])),
        }),
  };
}

/** The draft with blocks moved on the canvas. */
export const moveBlocks = (draft: Draft, places: Layout): Draft => ({
  ...draft,
  layout: { ...draft.layout, ...places },
});
