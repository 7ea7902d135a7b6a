/**
 * A check's condition: the column holds one of a closed set of our own words. A step writes the words out, for it never
 * changes once released; a test holds them against those of contracts.
 */
export const oneOf = (column: string, words: readonly string[]): string =>
  `${column} in (${words.map((word) => `'${word}'`).join(', ')})`;
