import type { BlockType } from '../../../../../../contracts/scenario/block.ts';
import { blocksOf, type Draft, type DraftBlock, exitsOf, type Place, placeOf } from './document.ts';
import { addBlock, wire, wired } from './edit-blocks.ts';
import { withMenuKeys, withPrompts } from './menu-keys.ts';
import { type NewWords, newBlock } from './new-block.ts';
import type { OpenExit } from './open-exits.ts';
import { freePlace, placeAfter } from './placing.ts';
import type { Intention } from './quick-line.ts';

/** Where a new block goes: after an outcome, at a place of the canvas, or wherever there is room. */
export type Where = { readonly after: OpenExit | null; readonly at?: Place | undefined };

/** The draft with a new block of a type, wired to the outcome that it follows. */
export function addAfter(
  draft: Draft,
  part: string,
  type: BlockType,
  where: Where,
  words: NewWords,
): { draft: Draft; id: string } {
  return insert(draft, part, newBlock(type, draft.document, part, words), where);
}

function insert(draft: Draft, part: string, block: DraftBlock, { after, at }: Where) {
  const place =
    at === undefined ? (after === null ? freePlace(draft, part) : placeAfter(draft, part, after)) : at;
  const added = addBlock(draft, part, block, place);
  if (after === null) return added;
  return { ...added, draft: wire(added.draft, part, after.block, after.outcome, added.id) };
}

/**
 * Does what a line meant: adds the block or wires the outcome. Returns the block that is selected onward, null when only a
 * wire was drawn.
 */
export function carryOut(
  draft: Draft,
  part: string,
  intention: Intention,
  where: Where,
  words: NewWords,
): { draft: Draft; id: string | null } {
  if (intention.kind === 'connect') {
    if (where.after === null) return { draft, id: intention.target };
    const { block, outcome } = where.after;
    return { draft: wire(draft, part, block, outcome, intention.target), id: null };
  }
  const made = newBlock(intention.type, draft.document, part, words);
  const block = filled(made, intention, words);
  const first = exitsOf(draft.document, block)[0];
  const leading =
    intention.onward !== null && first !== undefined ? wired(block, first.outcome, intention.onward) : block;
  const added = insert(draft, part, leading, where);
  return { ...added, draft: withRepeat(added.draft, part, added.id) };
}

function filled(
  block: DraftBlock,
  intention: Extract<Intention, { kind: 'add' }>,
  words: NewWords,
): DraftBlock {
  const { text, keys, digits } = intention;
  if (block.type === 'menu') {
    const menu = withMenuKeys(block, keys ?? []);
    const said = text ?? (keys === null ? words.menu : keys.map(sayKey).join(', '));
    return withPrompts(keys === null ? block : menu, [{ text: said }]);
  }
  if ((block.type === 'play' || block.type === 'say') && text !== null)
    return { ...block, prompts: [{ text }] };
  if ((block.type === 'connect' || block.type === 'transfer') && digits !== null && digits !== '')
    return { ...block, target: { kind: digits.length > 6 ? 'phone' : 'extension', digits } };
  return block;
}

const sayKey = ({ key, words }: { key: string; words: string }): string => `${words} ${key}번`.trim();

/** Words that mean: say the menu again. */
const AGAIN = /^(다시|반복|repeat|again)/i;

/** A key called 다시 leads back to its menu by itself. */
function withRepeat(draft: Draft, part: string, id: string): Draft {
  const block = blocksOf(draft.document, part)[id];
  if (block?.type !== 'menu') return draft;
  const again = Object.entries(block.outcomeWords ?? {}).find(([, words]) => AGAIN.test(words))?.[0];
  return again === undefined || block.next[again] !== undefined ? draft : wire(draft, part, id, again, id);
}

/** Place of a block, or where it would be put. */
export const placeIn = (draft: Draft, part: string, id: string): Place =>
  draft.layout[placeOf(part, id)] ?? freePlace(draft, part);
