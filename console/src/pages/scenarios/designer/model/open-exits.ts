import { blocksOf, type Document, entryOf, exitsOf } from './document.ts';

/** An outcome of a block of the part at hand. */
export type OpenExit = { readonly block: string; readonly outcome: string };

/**
 * Outcomes that must be wired and are not, in the order in which a caller gets to them: one way to its end, then the next
 * (depth first from the beginning, then blocks that nothing leads to).
 */
export function openExits(document: Document, part: string): OpenExit[] {
  const blocks = blocksOf(document, part);
  const found: OpenExit[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    const block = blocks[id];
    if (block === undefined || seen.has(id)) return;
    seen.add(id);
    for (const { outcome, target, optional } of exitsOf(document, block))
      if (target !== null && Object.hasOwn(blocks, target)) visit(target);
      else if (!optional) found.push({ block: id, outcome });
  };
  visit(entryOf(document, part));
  for (const id of Object.keys(blocks)) visit(id);
  return found;
}

/**
 * Where one goes on building: an open outcome of this block, else the first in the order of a call. Null: everything
 * leads somewhere.
 */
export function nextOpen(document: Document, part: string, block: string | null): OpenExit | null {
  const open = openExits(document, part);
  return open.find((exit) => exit.block === block) ?? open[0] ?? null;
}

/** Ids of a part in the order of a call. */
export function walk(document: Document, part: string): string[] {
  const blocks = blocksOf(document, part);
  const seen = new Set<string>();
  const visit = (start: string): void => {
    const stack = [start];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      const block = blocks[id];
      if (block === undefined || seen.has(id)) continue;
      seen.add(id);
      const targets = exitsOf(document, block).flatMap(({ target }) => target ?? []);
      stack.push(...targets.reverse());
    }
  };
  visit(entryOf(document, part));
  for (const id of Object.keys(blocks)) visit(id);
  return [...seen];
}
