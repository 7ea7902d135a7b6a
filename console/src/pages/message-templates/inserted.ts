/** Puts `piece` in place of what is marked from `start` to `end`; returns the text and where to write on. */
export function inserted(
  text: string,
  piece: string,
  start: number,
  end: number,
): { readonly text: string; readonly at: number } {
  return { text: text.slice(0, start) + piece + text.slice(end), at: start + piece.length };
}

/** Line and column, both from 1, of a place in a text. */
export function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}
