import { blocksOf, type Document, type Layout, nextOf, placeOf } from './document.ts';
import { shownExits } from './placing.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The block to which an arrow key leads: right along the wires, left back to where one comes from, up and down among
 * blocks that come from the same place, and where there are none, to the nearest on the canvas. Null: there is none.
 */
export function neighbour(
  document: Document,
  layout: Layout,
  part: string,
  from: string,
  direction: Direction,
): string | null {
  const blocks = blocksOf(document, part);
  const block = blocks[from];
  if (block === undefined) return Object.keys(blocks)[0] ?? null;
  const before = Object.keys(blocks).find((id) => id !== from && leadsTo(document, part, id).includes(from));
  if (direction === 'right') {
    const found = leadsTo(document, part, from).find((id) => id !== from);
    return found ?? nearest(layout, part, Object.keys(blocks), from, direction);
  }
  if (direction === 'left') return before ?? nearest(layout, part, Object.keys(blocks), from, direction);
  const beside = before === undefined ? [] : leadsTo(document, part, before);
  const index = beside.indexOf(from);
  const next = beside[index + (direction === 'down' ? 1 : -1)];
  return next ?? nearest(layout, part, Object.keys(blocks), from, direction);
}

function leadsTo(document: Document, part: string, id: string): string[] {
  const blocks = blocksOf(document, part);
  const block = blocks[id];
  if (block === undefined) return [];
  const targets = shownExits(document, block).flatMap(({ target }) => target ?? []);
  return [...new Set([...targets, ...Object.values(nextOf(block))])].filter((to) =>
    Object.hasOwn(blocks, to),
  );
}

function nearest(
  layout: Layout,
  part: string,
  ids: readonly string[],
  from: string,
  direction: Direction,
): string | null {
  const here = layout[placeOf(part, from)];
  if (here === undefined) return null;
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  const sideways = direction === 'left' || direction === 'right';
  let best: { id: string; far: number } | null = null;
  for (const id of ids) {
    const at = layout[placeOf(part, id)];
    if (at === undefined || id === from) continue;
    const along = (sideways ? at.x - here.x : at.y - here.y) * sign;
    const across = Math.abs(sideways ? at.y - here.y : at.x - here.x);
    // What lies more beside than ahead is another direction.
    if (along <= 0 || across > along * 2) continue;
    const far = along + across * 2;
    if (best === null || far < best.far) best = { id, far };
  }
  return best?.id ?? null;
}
