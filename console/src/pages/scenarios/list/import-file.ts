/** Largest file that is read, bytes: the limit of a document with room for blanks between its words. */
export const MOST_BYTES = 1_200_000;

export type Imported =
  | { readonly kind: 'document'; readonly document: object; readonly name: string; readonly blocks: number }
  | { readonly kind: 'wrong' };

/**
 * What an exported file holds: the document itself, or the document with its places on the canvas around it. Whether it
 * is a good scenario is the api's question; here only what cannot be one is sorted out.
 */
export function imported(text: string): Imported {
  const read = parsed(text);
  const document = isObject(read) && isObject(read.document) ? read.document : read;
  if (!isObject(document) || !isObject(document.blocks)) return { kind: 'wrong' };
  const parts = isObject(document.subScenarios) ? Object.values(document.subScenarios) : [];
  const inParts = parts.map((part) => (isObject(part) && isObject(part.blocks) ? size(part.blocks) : 0));
  return {
    kind: 'document',
    document,
    name: typeof document.name === 'string' ? document.name : '',
    blocks: inParts.reduce((sum, blocks) => sum + blocks, size(document.blocks)),
  };
}

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const size = (record: object): number => Object.keys(record).length;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
