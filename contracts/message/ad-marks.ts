/** What the law wants at both ends of an advertising text (정보통신망법 제50조 제4항). */
export type AdMarks = {
  /** Who sends. */
  name: string;
  /** How the free number of refusal is shown: `080-123-4567`. */
  optOut: string;
};

const digitsOf = (text: string): string => text.replace(/[^0-9]/g, '');

/** What stands before the text: `(광고)` and the name, or only what is missing of it. Variants such as (광 고) do not count. */
function opened(text: string, name: string): string {
  const after = text.startsWith('(광고)') ? text.slice('(광고)'.length).trimStart() : text;
  return after.startsWith(name) ? `(광고)${after}` : `(광고)${name}\n${after}`;
}

/** Ends with the offer to refuse for free, naming this very number; a doubled one would only cost bytes. */
function closed(text: string, optOut: string): string {
  const last = text.slice(text.lastIndexOf('\n') + 1);
  const there = last.includes('무료수신거부') && digitsOf(last).endsWith(digitsOf(optOut));
  return there ? text : `${text}\n무료수신거부 ${optOut}`;
}

/** The text with the marks at its beginning and its end, each once. */
export const withAdMarks = (text: string, marks: AdMarks): string =>
  closed(opened(text.trim(), marks.name), marks.optOut);
