import {
  blocksOf,
  type Document,
  type Draft,
  type DraftBlock,
  exitsOf,
  type Place,
  placeOf,
} from './document.ts';
import type { OpenExit } from './open-exits.ts';

/** Sizes of a block on the canvas, px: known without asking the browser, so layouts and pictures need no measuring. */
export const SIZE = { width: 240, head: 50, line: 26, row: 26, foot: 8 } as const;
const GAP = { x: 84, y: 22 } as const;

/** Height of a block by the number of its ways out. */
export const heightOf = (document: Document, block: DraftBlock): number =>
  SIZE.head + SIZE.line + shownExits(document, block).length * SIZE.row + SIZE.foot;

/** Ways out that a block shows: optional ones only when they are wired. */
export const shownExits = (document: Document, block: DraftBlock) =>
  exitsOf(document, block).filter(({ optional, target }) => !optional || target !== null);

/** Middle of an outcome's line below the upper edge of its block. */
export const rowMiddle = (index: number): number => SIZE.head + SIZE.line + index * SIZE.row + SIZE.row / 2;

type Box = Place & { readonly height: number };

function boxesOf(draft: Draft, part: string): Box[] {
  return Object.entries(blocksOf(draft.document, part)).flatMap(([id, block]) => {
    const at = draft.layout[placeOf(part, id)];
    return at === undefined ? [] : [{ ...at, height: heightOf(draft.document, block) }];
  });
}

/** Room that a new block is given, px: most have few ways out. */
const ROOM = SIZE.head + SIZE.line + 2 * SIZE.row;

/** A place to the right of an outcome, below whatever stands there already. */
export function placeAfter(draft: Draft, part: string, after: OpenExit): Place {
  const from = draft.layout[placeOf(part, after.block)];
  const block = blocksOf(draft.document, part)[after.block];
  if (from === undefined || block === undefined) return freePlace(draft, part);
  return clear({ x: from.x + SIZE.width + GAP.x, y: from.y }, boxesOf(draft, part));
}

/** A place to the right of everything; the first block stands at the beginning. */
export function freePlace(draft: Draft, part: string): Place {
  const boxes = boxesOf(draft, part);
  if (boxes.length === 0) return { x: 0, y: 0 };
  const left = Math.min(...boxes.map(({ x }) => x));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return { x: left, y: bottom + GAP.y };
}

/** The wanted place, moved down until it covers nothing. */
function clear(wanted: Place, boxes: readonly Box[]): Place {
  let { y } = wanted;
  const beside = boxes
    .filter(({ x }) => Math.abs(x - wanted.x) < SIZE.width + 8)
    .toSorted((a, b) => a.y - b.y);
  for (const box of beside)
    if (y < box.y + box.height + GAP.y && y + ROOM + GAP.y > box.y) y = box.y + box.height + GAP.y;
  return { x: wanted.x, y };
}

/** True when blocks of a part have no place yet: then the whole part is laid out. */
export const needsLayout = (draft: Draft, part: string): boolean =>
  Object.keys(blocksOf(draft.document, part)).some((id) => draft.layout[placeOf(part, id)] === undefined);
