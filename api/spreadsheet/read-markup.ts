import { SaxesParser } from 'saxes';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefusal } from './sheet-refusal.ts';

export type Tag = { name: string; attributes: Readonly<Record<string, string>> };
export type MarkupReader = {
  open?(tag: Tag): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** Some writers put a prefix before every name (`x:row`). */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads a part of a workbook as it is unpacked. `<!` ends it: spreadsheets write no DOCTYPE, and so no entities of their
 * own, no comments and no CDATA. A piece that is too long to be a tag or a cell ends it before the parser collects it.
 * Throws `SheetRefusal`.
 */
export async function readMarkup(
  bytes: AsyncIterable<Uint8Array>,
  reader: MarkupReader,
  limits: SheetLimits,
): Promise<void> {
  const parser = new SaxesParser();
  const refuseLong = pieceGuard(limits.piece);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  parser.on('error', () => {
    throw new SheetRefusal('damaged');
  });
  parser.on('opentag', ({ name, attributes }) => reader.open?.({ name: local(name), attributes }));
  parser.on('text', (text) => reader.text?.(text));
  parser.on('closetag', ({ name }) => reader.close?.(local(name)));
  const take = (text: string): void => {
    refuseLong(text);
    parser.write(text);
  };
  for await (const piece of bytes) take(decoded(decoder, piece));
  take(decoded(decoder));
  parser.close();
}

function decoded(decoder: InstanceType<typeof TextDecoder>, piece?: Uint8Array): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    throw new SheetRefusal('damaged');
  }
}

/** Sees the text before the parser does; what it must know of the text before is the length since the last `<`. */
function pieceGuard(most: number): (text: string) => void {
  let length = 0;
  let last = '';
  return (text) => {
    if ((last + text).includes('<!')) throw new SheetRefusal('markup-not-allowed');
    let from = 0;
    for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
      if (length + at - from > most) throw new SheetRefusal('cell-too-long');
      from = at;
      length = 0;
    }
    length += text.length - from;
    if (length > most) throw new SheetRefusal('cell-too-long');
    last = text.at(-1) ?? last;
  };
}
