/** Words of the template language that are no variables. */
const NOT_VARIABLES = new Set(['if', 'unless', 'else', 'each', 'with', 'this']);

/**
 * Names between double braces (`{{이름}}`) or Alimtalk's `#{이름}`, each once, for the fields that fill them. The api
 * compiles the text and has the last word; here it is enough to find what a person would fill in.
 */
export function variablesIn(source: string): readonly string[] {
  const found = new Set<string>();
  for (const [, alimtalk, inner] of source.matchAll(
    /#\{([^{}]{1,60})\}|\{\{\{?[#/]?([^{}]{1,120})\}?\}\}/g,
  )) {
    if (alimtalk !== undefined) found.add(alimtalk.trim());
    else for (const name of namesOf(inner ?? '')) found.add(name);
  }
  return [...found];
}

/** Of `금액 요금` and `은는 이름` the first word is a helper; quoted words and numbers are no variables. */
function namesOf(inner: string): string[] {
  const words = inner.trim().split(/\s+/);
  const given = words.length > 1 ? words.slice(1) : words;
  return given.filter((word) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(word) && !NOT_VARIABLES.has(word));
}
