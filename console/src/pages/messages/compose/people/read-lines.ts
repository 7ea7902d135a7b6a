/** One person as somebody wrote him. */
export type Line = { readonly number: string; readonly name: string };

/** A run of what numbers are written with, at least seven signs long: shorter ones are part of a name. */
const NUMBER = /[+(]?[0-9０-９][0-9０-９()\-–—.\s]{5,}[0-9０-９]/;

/**
 * People out of a typed or pasted text: one in each line, or separated by semicolons, or by commas where each part has
 * a number of its own. What stands beside the number is the name, in any order (`홍길동 010-1234-5678`).
 */
export function readLines(text: string): readonly Line[] {
  return text
    .split(/[\r\n;]+/)
    .flatMap(byComma)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readOne);
}

function byComma(line: string): string[] {
  const parts = line.split(',');
  return parts.filter((part) => NUMBER.test(part)).length > 1 ? parts : [line];
}

function readOne(part: string): Line {
  const found = NUMBER.exec(part)?.[0];
  if (found === undefined) return { number: part, name: '' };
  const name = part
    .replace(found, ' ')
    .replace(/[,\t<>"]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { number: found.trim(), name: name.slice(0, 80) };
}
