import type { Language } from '../../contracts/scenario/language.ts';
import type { Music } from '../../contracts/scenario/music.ts';
import type { PromptCatalog, PromptItem } from '../../contracts/scenario/prompt-item.ts';
import { piecePath, spokenPieces } from '../speech/pieces.ts';
import { languageOfPath, normalised, promptIndex, textIndex } from './prompt-index.ts';

type Files = Partial<Record<Language, string>>;

/** Replaces what people name by the files that say it. */
export type PromptFiles = {
  /** The item as the engine wants it; what has no file stays as it is. */
  item(item: PromptItem): PromptItem;
  music(music: Music): Music;
  /** Paths of all the files that a settled item may need at run time, in every language. */
  pathsOf(item: PromptItem): string[];
};

/**
 * Finds the files of one document. With one language items become plain paths, with more of them `{files}`.
 * @param languages the first one is the language of the document's texts
 */
export function createPromptFiles(
  catalog: PromptCatalog,
  languages: readonly [Language, ...Language[]],
): PromptFiles {
  const prompts = promptIndex(catalog);
  const texts = new Map(languages.map((language) => [language, textIndex(catalog, language)]));
  const [first] = languages;

  const settled = (files: Files, otherwise: PromptItem): PromptItem => {
    const known = Object.values(files);
    if (known.length === 0) return otherwise;
    if (languages.length === 1) return files[first] ?? otherwise;
    return known.length === 1 && files[first] !== undefined ? files[first] : { files };
  };
  const filesBy = (find: (language: Language) => string | undefined): Files => {
    const files: Files = {};
    for (const language of languages) {
      const path = find(language);
      if (path !== undefined) files[language] = path;
    }
    return files;
  };

  return {
    item: (item) => {
      if (typeof item === 'string') {
        return languages.length === 1 ? item : settled(filesBy(variantsOf(catalog, item, first)), item);
      }
      if ('prompt' in item) {
        return settled(
          filesBy((language) => prompts.get(`${item.prompt} ${language}`)),
          item,
        );
      }
      if (!('text' in item)) return item;
      const words = (language: Language): string | undefined =>
        language === first ? item.text : item.in?.[language];
      return settled(
        filesBy((language) => texts.get(language)?.get(normalised(words(language) ?? '')) ?? undefined),
        item,
      );
    },
    music: (music) => {
      if (typeof music === 'string' || !('stream' in music)) return music;
      const files = music.stream.flatMap(({ prompt }) => {
        const path = prompts.get(`${prompt} ${first}`) ?? prompts.get(prompt);
        return path === undefined ? [] : [path];
      });
      return files.length > 0 ? { files } : music;
    },
    pathsOf: (item) => pathsOf(item, languages),
  };
}

/** A shipped file has variants of the same name in other folders; a file in no language's folder is its own only one. */
function variantsOf(
  catalog: PromptCatalog,
  path: string,
  first: Language,
): (language: Language) => string | undefined {
  const spoken = languageOfPath(path);
  return (language) => {
    if (spoken === undefined) return language === first ? path : undefined;
    if (spoken === language) return path;
    const variant = `${language}${path.slice(spoken.length)}`;
    if (Object.hasOwn(catalog, variant)) return variant;
    // In the document's own language there has to be something: what is written there.
    return language === first ? path : undefined;
  };
}

function pathsOf(item: PromptItem, languages: readonly Language[]): string[] {
  if (typeof item === 'string') return [item];
  if ('files' in item) return Object.values(item.files);
  if (!('say' in item)) return [];
  return languages.flatMap((language) =>
    spokenPieces(language, item).map((piece) => piecePath(language, piece)),
  );
}
