import { offsets } from './check-tree.ts';

type Parse = (source: string) => unknown;
/** What Handlebars adds to errors about blocks that do not match; plain parse errors have a text only. */
type Located = { lineNumber?: unknown; column?: unknown };

/**
 * Where a text that Handlebars cannot parse goes wrong: the place it names; else the first pair of braces that cannot be
 * parsed by itself; else the last block that was opened. Its own words are English and quote the text, so they are not
 * passed on.
 */
export function syntaxPlace(source: string, error: unknown, parse: Parse): number {
  const { lineNumber, column } = (typeof error === 'object' ? (error ?? {}) : {}) as Located;
  if (typeof lineNumber === 'number' && typeof column === 'number')
    return offsets(source)({ line: lineNumber, column });
  for (const { 0: tag, index } of source.matchAll(/\{\{(?:(?!\{\{)[^}])*(?:\}\}|$)?/g))
    if (!parses(alone(tag), parse)) return index;
  return Math.max(source.lastIndexOf('{{#'), 0);
}

/** Opening and closing of a block as an ordinary pair of braces. */
const alone = (tag: string): string =>
  /^\{\{~?\s*(?:else|!)/.test(tag) ? '' : tag.replace(/^\{\{~?[#/^]/, '{{');

function parses(source: string, parse: Parse): boolean {
  try {
    parse(source);
    return true;
  } catch {
    return false;
  }
}
