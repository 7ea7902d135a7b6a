/**
 * The key of a menu that was meant: what was typed as a whole, else the longest key with which it begins (`2` of `21`
 * where only `1`, `12` and `2` are keys). `undefined`: none.
 */
export function menuKeyOf(keys: Readonly<Record<string, string>>, typed: string): string | undefined {
  for (let length = typed.length; length > 0; length -= 1) {
    const key = typed.slice(0, length);
    if (Object.hasOwn(keys, key)) return key;
  }
  return undefined;
}
