import type { Language } from '../../contracts/scenario/language.ts';
import type { PromptCatalog, PromptItem } from '../../contracts/scenario/prompt-item.ts';
import { piecePath, spokenPieces } from '../speech/pieces.ts';

/** Finds the prompt file that says a text; among several the first by path. */
export type TextIndex = ReadonlyMap<string, string>;

/** Index of a catalog by what is said, for one language. */
export function textIndex(catalog: PromptCatalog, language: string): TextIndex {
  const index = new Map<string, string>();
  for (const path of Object.keys(catalog).sort().reverse()) {
    const entry = catalog[path];
    if (entry !== undefined && path.startsWith(`${language}/`)) index.set(normalised(entry.text), path);
  }
  return index;
}

/** The item with its text replaced by the file that says it; a text without a file stays as it is. */
export function resolved(item: PromptItem, texts: TextIndex): PromptItem {
  if (typeof item === 'string' || !('text' in item)) return item;
  return texts.get(normalised(item.text)) ?? item;
}

/** Paths of all the files that an item may need at run time. */
export function filesOf(item: PromptItem, texts: TextIndex, language: string): string[] {
  const settled = resolved(item, texts);
  if (typeof settled === 'string') return [settled];
  if (!('say' in settled)) return [];
  return spokenPieces(language as Language, settled).map((piece) => piecePath(language, piece));
}

const normalised = (text: string): string => text.trim().replace(/\s+/g, ' ');
