const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  s: ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/**
 * Splits at `separator`; single quotes keep a piece together and are removed, a backslash takes the next sign as it is or
 * stands for a blank, a tab or a line end.
 */
export function splitArguments(text: string, separator: string, limit = Number.POSITIVE_INFINITY): string[] {
  const parts: string[] = [];
  let piece = '';
  let started = false;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    const next = text.charAt(at + 1);
    const escaped = sign === '\\' ? (next === separator ? next : escapes[next]) : undefined;
    if (escaped !== undefined) {
      piece += escaped;
      at += 1;
      started = true;
    } else if (sign === "'" && (quoted || text.indexOf("'", at + 1) > at)) {
      quoted = !quoted;
      started = true;
    } else if (sign === separator && !quoted && parts.length < limit - 1) {
      // Runs of blanks count as one; any other separator leaves empty pieces.
      if (started || separator !== ' ') parts.push(piece);
      piece = '';
      started = false;
    } else {
      piece += sign;
      started = true;
    }
  }
  if (started) parts.push(piece);
  return parts;
}
