import { type CharAt, checkText } from '../../../../../../contracts/message/check-text.ts';

/** A character that no text can carry, and where a reader finds it: line and column from 1. */
export type Unsupported = {
  readonly char: string;
  /** UTF-16 place in the text, for a cursor. */
  readonly index: number;
  readonly line: number;
  readonly column: number;
};

/** Characters that CP949 lacks, in their order, as the engine would find them. */
export function unsupportedIn(text: string): readonly Unsupported[] {
  const { unsupported } = checkText(text);
  if (unsupported.length === 0) return [];
  const chars = [...text];
  return unsupported.map(({ char, at }) => {
    const before = chars.slice(0, at).join('');
    const lines = before.split(/\r\n|\r|\n/);
    return { char, index: before.length, line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
  });
}

/** The text without what it cannot carry, together with the joiners and marks that belonged to it. */
export function withoutUnsupported(text: string): string {
  let left = text;
  // What is taken out may bring together what then composes to another one.
  for (let found: readonly CharAt[] = checkText(left).unsupported; found.length > 0; ) {
    const places = new Set(found.map(({ at }) => at));
    left = [...left].filter((char, at) => !places.has(at) && !(places.has(at - 1) && isTail(char))).join('');
    found = checkText(left).unsupported;
  }
  return left;
}

/** Skin tones, variation selectors and joiners behind a sign. */
const isTail = (char: string): boolean => /^(?:\p{M}|\p{Emoji_Modifier}|\u200d)$/u.test(char);
