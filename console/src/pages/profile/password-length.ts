/** As the api has it (ASVS 6.2.1). */
export const SHORTEST = 12;

/** Characters as people count them and as the api does: of the normalised text, code points and not UTF-16 units. */
export const lengthOf = (password: string): number => [...password.normalize('NFKC')].length;
