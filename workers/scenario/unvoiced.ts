import { LANGUAGES, type Language } from '../../contracts/scenario/language.ts';
import type { Problem } from '../../contracts/scenario/problem.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';

/** Korean and English are read at some seven and fifteen characters a second. */
const MS_PER_CHARACTER: Record<Language, number> = { ko: 150, en: 65 };
const SHORTEST_MS = 500;
/** Behind every other path: of two files that say the same the compiler takes the first. */
const FOLDER = 'zz/unvoiced/';

/** True for a path that no file has. */
export const isStandIn = (path: string): boolean => path.startsWith(FOLDER);

/**
 * True for an error that calls can be tried in spite of: a text has no voice yet, which is read instead, or a host is not
 * listed, whose answers are given by hand.
 */
export const triedAllTheSame = ({ code, facts }: Pick<Problem, 'code' | 'facts'>): boolean =>
  code === 'unlisted-host' ||
  ((code === 'missing-prompt' || code === 'missing-language') && facts?.['what'] === 'text');

/**
 * The catalog with a stand-in for each text of the document that nobody has spoken yet, so that an author tries his
 * scenario before he records it. Never published: the linter looks at the catalog without it.
 * @param doc as read, so that its depth and size are bounded
 */
export function withStandIns(doc: { language: Language }, catalog: PromptCatalog): PromptCatalog {
  const standIns: PromptCatalog = {};
  let count = 0;
  const add = (language: Language, text: string): void => {
    count += 1;
    const ms = Math.max(SHORTEST_MS, text.length * MS_PER_CHARACTER[language]);
    standIns[`${FOLDER}${language}-${count}.wav`] = { ms, text, language };
  };
  const stack: unknown[] = [doc];
  while (stack.length > 0) {
    const value = stack.pop();
    if (typeof value !== 'object' || value === null) continue;
    const item = textItem(value);
    if (item === undefined) stack.push(...Object.values(value));
    else {
      add(doc.language, item.text);
      for (const language of LANGUAGES) {
        const words = item.in[language];
        if (words !== undefined) add(language, words);
      }
    }
  }
  return { ...standIns, ...catalog };
}

/** `{text, in}` of a prompt list; other things with a text have more fields. */
function textItem(value: object): { text: string; in: Partial<Record<Language, string>> } | undefined {
  const keys = Object.keys(value);
  if (!keys.every((key) => key === 'text' || key === 'in')) return undefined;
  const { text, in: others = {} } = value as { text?: unknown; in?: Partial<Record<Language, string>> };
  return typeof text === 'string' ? { text, in: others } : undefined;
}
