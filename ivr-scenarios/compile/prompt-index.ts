import { LANGUAGES, type Language } from '../../contracts/scenario/language.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';

/** Finds the prompt file that says a text; among several the first by path. */
export type TextIndex = ReadonlyMap<string, string>;

/** Index of a catalog by what is said, for one language. */
export function textIndex(catalog: PromptCatalog, language: string): TextIndex {
  const index = new Map<string, string>();
  for (const path of Object.keys(catalog).sort().reverse()) {
    const entry = catalog[path];
    if (entry === undefined || (entry.language ?? languageOfPath(path)) !== language) continue;
    index.set(normalised(entry.text), path);
  }
  return index;
}

/** Index of a catalog by the company's prompts: `<id> <language>`, and `<id>` alone for the first file of any. */
export function promptIndex(catalog: PromptCatalog): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const path of Object.keys(catalog).sort().reverse()) {
    const entry = catalog[path];
    if (entry?.prompt === undefined) continue;
    index.set(entry.prompt, path);
    if (entry.language !== undefined) index.set(`${entry.prompt} ${entry.language}`, path);
  }
  return index;
}

/** The language of a shipped file: its first folder. */
export function languageOfPath(path: string): Language | undefined {
  const folder = path.split('/', 1)[0];
  return LANGUAGES.find((language) => language === folder);
}

/** Texts are the same whatever blanks are between their words. */
export const normalised = (text: string): string => text.trim().replace(/\s+/g, ' ');
