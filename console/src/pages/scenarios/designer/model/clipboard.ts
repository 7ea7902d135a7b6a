import {
  blocksOf,
  type Document,
  type Draft,
  type DraftBlock,
  entryOf,
  type Layout,
  nextOf,
  type Place,
  placeOf,
  withBlocks,
  withEntry,
} from './document.ts';
import { freshId } from './ids.ts';

/** Blocks that were copied, with their places; wires among them only. It can go into another part or scenario. */
export type Clip = {
  readonly kind: 'callwright/blocks';
  readonly blocks: Readonly<Record<string, DraftBlock>>;
  readonly places: Layout;
};

/** What is copied of these blocks, in the order of the document. */
export function copyBlocks(draft: Draft, part: string, ids: ReadonlySet<string>): Clip {
  const chosen = Object.entries(blocksOf(draft.document, part)).filter(([id]) => ids.has(id));
  return {
    kind: 'callwright/blocks',
    blocks: Object.fromEntries(chosen.map(([id, block]) => [id, onlyWiresTo(block, (to) => ids.has(to))])),
    places: Object.fromEntries(
      chosen.flatMap(([id]) => {
        const at = draft.layout[placeOf(part, id)];
        return at === undefined ? [] : [[id, at] as const];
      }),
    ),
  };
}

function onlyWiresTo(block: DraftBlock, keep: (target: string) => boolean): DraftBlock {
  if (!('next' in block)) return block;
  return {
    ...block,
    next: Object.fromEntries(Object.entries(nextOf(block)).filter(([, target]) => keep(target))),
  };
}

/**
 * Puts copied blocks into a part under ids of their own, shifted by so many px. Returns the new ids: they are what is
 * selected then.
 */
export function pasteClip(
  draft: Draft,
  part: string,
  clip: Clip,
  shift: Place,
): { draft: Draft; ids: ReadonlySet<string> } {
  const blocks: Record<string, DraftBlock> = { ...blocksOf(draft.document, part) };
  const names = new Map<string, string>();
  for (const old of Object.keys(clip.blocks)) {
    const id = freshId(withoutNumber(old), (wish) => Object.hasOwn(blocks, wish));
    names.set(old, id);
    const block = clip.blocks[old];
    if (block !== undefined) blocks[id] = block;
  }
  const layout: Record<string, Place> = { ...draft.layout };
  for (const [old, id] of names) {
    const block = clip.blocks[old];
    if (block !== undefined) blocks[id] = remapped(block, names);
    const at = clip.places[old];
    if (at !== undefined) layout[placeOf(part, id)] = { x: at.x + shift.x, y: at.y + shift.y };
  }
  let document: Document = withBlocks(draft.document, part, blocks);
  const [first] = names.values();
  if (first !== undefined && !Object.hasOwn(blocks, entryOf(document, part)))
    document = withEntry(document, part, first);
  return { draft: { document, layout }, ids: new Set(names.values()) };
}

function remapped(block: DraftBlock, names: ReadonlyMap<string, string>): DraftBlock {
  if (!('next' in block)) return block;
  const wires = Object.entries(block.next).flatMap(([outcome, target]) => {
    const id = names.get(target);
    return id === undefined ? [] : [[outcome, id] as const];
  });
  return { ...block, next: Object.fromEntries(wires) };
}

const withoutNumber = (id: string): string => id.replace(/[0-9]+$/, '') || id;

/** A clip out of what lies in the clipboard of the computer; null when it is something else. */
export function readClip(text: string): Clip | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
    return value.kind === 'callwright/blocks' ? (value as Clip) : null;
  } catch {
    return null;
  }
}
