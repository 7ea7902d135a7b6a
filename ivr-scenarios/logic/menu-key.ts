type Keys = Readonly<Record<string, string>>;

/**
 * The key of a menu that was meant: what was typed as a whole, else the longest key with which it begins (`1` of `13`
 * where `1` and `12` are keys). `undefined`: none.
 */
export function menuKeyOf(keys: Keys, typed: string): string | undefined {
  for (let length = typed.length; length > 0; length -= 1) {
    const key = typed.slice(0, length);
    if (Object.hasOwn(keys, key)) return key;
  }
  return undefined;
}

/**
 * How many more keys have to be typed before anything can be decided: the rest of the shortest longer key that begins
 * with what was typed. 0: there is none.
 */
export function keysToCome(keys: Keys, typed: string): number {
  const longer = Object.keys(keys).filter((key) => key.length > typed.length && key.startsWith(typed));
  return longer.length === 0 ? 0 : Math.min(...longer.map((key) => key.length)) - typed.length;
}
