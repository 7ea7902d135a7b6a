import { operandValue, type Variables } from './compare.ts';

/** What the verb can carry. */
const LONGEST = 2_000;

/**
 * The address with every `{name}` replaced by the variable, percent-encoded, so that a value never becomes another path
 * or host. `undefined`: too long, or a value that cannot be encoded (half of a surrogate pair).
 */
export function filledUrl(url: string, variables: Variables): string | undefined {
  try {
    const filled = url.replace(/\{([a-zA-Z][a-zA-Z0-9_-]*)\}/g, (_whole, variable: string) => {
      const text = encodeURIComponent(String(operandValue({ variable }, variables) ?? ''));
      // A segment of dots alone would climb up the path.
      return /^\.+$/.test(text) ? text.replaceAll('.', '%2E') : text;
    });
    return filled.length <= LONGEST ? filled : undefined;
  } catch {
    return undefined;
  }
}
