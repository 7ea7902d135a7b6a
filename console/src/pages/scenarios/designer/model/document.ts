import type { Block, BlockType } from '../../../../../../contracts/scenario/block.ts';
import type { ScenarioDraft } from '../../../../../../contracts/scenario/document.ts';
import {
  HANDLED_OUTCOMES,
  optionalOutcomesOf,
  outcomesOf,
} from '../../../../../../contracts/scenario/outcomes.ts';

/** A scenario as it is drawn: what has a default may be left out, and it may have problems. */
export type Document = ScenarioDraft;
/** A block as written. */
export type DraftBlock = Document['blocks'][string];
export type DraftOf<T extends BlockType> = Extract<DraftBlock, { type: T }>;
export type Blocks = Readonly<Record<string, DraftBlock>>;
export type Place = { readonly x: number; readonly y: number };
/** `part/block` → where it stands on the canvas, px. */
export type Layout = Readonly<Record<string, Place>>;
/** What is edited, saved and undone together. Never changed in place. */
export type Draft = { readonly document: Document; readonly layout: Layout };

export const MAIN = 'main';

/** `part/block`, as problems, figures and layouts name a block. */
export const placeOf = (part: string, block: string): string => `${part}/${block}`;

/** The two halves of a place. */
export function splitPlace(place: string): { part: string; block: string } {
  const [part = MAIN, block = ''] = place.split('/');
  return { part, block };
}

/** Blocks of a part; none for a part that is not there. */
export const blocksOf = (document: Document, part: string): Blocks =>
  (part === MAIN ? document.blocks : document.subScenarios?.[part]?.blocks) ?? {};

/** Id of the block in which a part begins. */
export const entryOf = (document: Document, part: string): string =>
  (part === MAIN ? document.entry : document.subScenarios?.[part]?.entry) ?? '';

/** Every part by id, the main one first. */
export const partsOf = (document: Document): string[] => [MAIN, ...Object.keys(document.subScenarios ?? {})];

/** The document with other blocks in a part. */
export function withBlocks(document: Document, part: string, blocks: Blocks): Document {
  if (part === MAIN) return { ...document, blocks };
  const sub = document.subScenarios?.[part];
  if (sub === undefined) return document;
  return { ...document, subScenarios: { ...document.subScenarios, [part]: { ...sub, blocks } } };
}

/** The document with another beginning of a part. */
export function withEntry(document: Document, part: string, entry: string): Document {
  if (part === MAIN) return { ...document, entry };
  const sub = document.subScenarios?.[part];
  if (sub === undefined) return document;
  return { ...document, subScenarios: { ...document.subScenarios, [part]: { ...sub, entry } } };
}

/** Wires of a block: outcome → block. */
export const nextOf = (block: DraftBlock): Readonly<Record<string, string>> =>
  'next' in block ? block.next : {};

/** What people call a block's own outcomes. */
export const outcomeWordsOf = (block: DraftBlock): Readonly<Record<string, string>> =>
  ('outcomeWords' in block ? block.outcomeWords : undefined) ?? {};

/** Outcomes with which a part can return, in the order of its blocks. */
export function returnsOf(document: Document, part: string): string[] {
  const blocks = Object.values(blocksOf(document, part));
  return [...new Set(blocks.flatMap((block) => (block.type === 'return' ? [block.outcome] : [])))];
}

/** One way out of a block. `optional`: without a wire something sensible happens. */
export type Exit = { readonly outcome: string; readonly target: string | null; readonly optional: boolean };

/** Ways out of a block in the order in which people read them; wires that no outcome belongs to come last. */
export function exitsOf(document: Document, block: DraftBlock): Exit[] {
  // Only what the schema fills in is missing, and no outcome depends on that.
  const full = block as Block;
  const next = nextOf(block);
  const required = outcomesOf(full, (part) => returnsOf(document, part));
  const optional = optionalOutcomesOf(full);
  const known = new Set([...required, ...optional]);
  const handlers: Readonly<Record<string, unknown>> = document.handlers ?? {};
  const handled = (outcome: string): boolean => {
    const handler = HANDLED_OUTCOMES[`${block.type}/${outcome}`];
    return handler !== undefined && handlers[handler] !== undefined;
  };
  return [
    ...required.map((outcome) => exit(next, outcome, handled(outcome))),
    ...optional.map((outcome) => exit(next, outcome, true)),
    ...Object.keys(next)
      .filter((outcome) => !known.has(outcome))
      .map((outcome) => exit(next, outcome, true)),
  ];
}

const exit = (next: Readonly<Record<string, string>>, outcome: string, optional: boolean): Exit => ({
  outcome,
  target: next[outcome] ?? null,
  optional,
});
