import { BLOCK_TYPES } from './block-types.ts';
import type { Document, Draft, Layout } from './document.ts';

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const KNOWN: ReadonlySet<unknown> = new Set(BLOCK_TYPES);

/**
 * A document that can be drawn, or null: then it is shown as text only. The server judges whether it is right; this
 * looks only for what the canvas would stumble over.
 */
export function readDocument(value: unknown): Document | null {
  if (!isPlain(value) || typeof value.entry !== 'string' || !isBlocks(value.blocks)) return null;
  const parts = value.subScenarios ?? {};
  if (!isPlain(parts)) return null;
  for (const part of Object.values(parts))
    if (!isPlain(part) || typeof part.entry !== 'string' || !isBlocks(part.blocks)) return null;
  for (const field of ['variables', 'calendars', 'handlers'] as const)
    if (value[field] !== undefined && !isPlain(value[field])) return null;
  return value as unknown as Document;
}

const isBlocks = (blocks: unknown): boolean => isPlain(blocks) && Object.values(blocks).every(isBlock);

function isBlock(block: unknown): boolean {
  if (!isPlain(block) || !KNOWN.has(block.type)) return false;
  if (block.type === 'hangup' || block.type === 'return') return true;
  if (!isPlain(block.next) || !Object.values(block.next).every((target) => typeof target === 'string'))
    return false;
  return shapely(block);
}

const LISTS = ['prompts', 'noInputPrompts', 'wrongKeyPrompts', 'invalidPrompts', 'announce'];
const NEEDED: Readonly<Record<string, readonly [field: string, kind: 'list' | 'record'][]>> = {
  menu: [['keys', 'record']],
  switch: [['cases', 'list']],
  split: [['shares', 'record']],
  random: [['ways', 'list']],
  set: [['assign', 'list']],
  tag: [['tags', 'list']],
  condition: [['when', 'record']],
};

function shapely(block: Plain): boolean {
  const lists = LISTS.filter((field) => block[field] !== undefined);
  if (!lists.every((field) => Array.isArray(block[field]))) return false;
  return (NEEDED[String(block.type)] ?? []).every(([field, kind]) =>
    kind === 'list' ? Array.isArray(block[field]) : isPlain(block[field]),
  );
}

/** The draft of a scenario as the server keeps it; null as above. */
export function readDraft(document: unknown, layout: Layout): Draft | null {
  const read = readDocument(document);
  return read === null ? null : { document: read, layout };
}
