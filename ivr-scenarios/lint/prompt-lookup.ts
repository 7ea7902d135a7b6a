import type { Language } from '../../contracts/scenario/language.ts';
import type { PromptCatalog, PromptItem } from '../../contracts/scenario/prompt-item.ts';
import { piecePath, spokenPieces } from '../speech/pieces.ts';

/** A prompt that has no file in a language. */
export type Lacking = { what: 'file' | 'text' | 'prompt'; name: string };

export type PromptLookup = {
  /** What an item lacks in a language; `undefined`: nothing. `first`: the language of the document. */
  lacking(item: PromptItem, language: Language, first: Language): Lacking | undefined;
  hasPrompt(id: string): boolean;
};

/** Looks for the files of prompts in a catalog; the indexes are made once. */
export function createLookup(catalog: PromptCatalog, languages: readonly Language[]): PromptLookup {
  const { prompts, texts } = indexed(catalog, languages);
  const has = (path: string): boolean => Object.hasOwn(catalog, path);
  const file = (name: string): Lacking => ({ what: 'file', name });

  /** A file of another language is a file all right, but not for callers of this one. */
  const lackingFile = (path: string, language: Language, first: Language): Lacking | undefined => {
    if (!has(path)) return file(path);
    if (language === first) return undefined;
    const spoken = languageOf(catalog, path);
    const id = catalog[path]?.prompt;
    const known =
      spoken === language ||
      (id !== undefined && prompts.has(`${id} ${language}`)) ||
      (spoken !== undefined && has(`${language}${path.slice(spoken.length)}`));
    return known ? undefined : file(path);
  };

  return {
    hasPrompt: (id) => prompts.has(id),
    lacking: (item, language, first) => {
      if (typeof item === 'string') return lackingFile(item, language, first);
      if ('text' in item) {
        const words = language === first ? item.text : item.in?.[language];
        const known = words !== undefined && texts.has(`${language} ${normalised(words)}`);
        return known ? undefined : { what: 'text', name: (words ?? item.text).slice(0, 40) };
      }
      if ('prompt' in item) {
        return prompts.has(`${item.prompt} ${language}`) ? undefined : { what: 'prompt', name: item.prompt };
      }
      if ('files' in item) {
        const path = item.files[language];
        return path !== undefined && has(path) ? undefined : file(path ?? Object.values(item.files)[0] ?? '');
      }
      if (!('say' in item)) return undefined;
      const gone = spokenPieces(language, item)
        .map((piece) => piecePath(language, piece))
        .find((path) => !has(path));
      return gone === undefined ? undefined : file(gone);
    },
  };
}

type Indexes = { prompts: ReadonlySet<string>; texts: ReadonlySet<string> };

function indexed(catalog: PromptCatalog, languages: readonly Language[]): Indexes {
  const prompts = new Set<string>();
  const texts = new Set<string>();
  for (const [path, { text, prompt }] of Object.entries(catalog)) {
    const language = languageOf(catalog, path);
    if (prompt !== undefined) prompts.add(prompt).add(`${prompt} ${language}`);
    if (language !== undefined && languages.includes(language)) texts.add(`${language} ${normalised(text)}`);
  }
  return { prompts, texts };
}

function languageOf(catalog: PromptCatalog, path: string): Language | undefined {
  const folder = path.split('/', 1)[0];
  return catalog[path]?.language ?? (folder === 'ko' || folder === 'en' ? folder : undefined);
}

const normalised = (text: string): string => text.trim().replace(/\s+/g, ' ');
