/** What `originate` makes of its argument. */
export type ReadDialString = {
  readonly arguments: readonly string[];
  readonly variables: ReadonlyMap<string, string>;
  /** Endpoints of all legs: forked (`,`), in turn (`|`), of an enterprise call (`:_:`). */
  readonly legs: readonly string[];
};

/** `cleanup_separated_string` of switch_utils.c: blanks at the ends, quotes and escapes go. */
export function cleaned(text: string): string {
  let out = '';
  let end = 0;
  let quoted = false;
  const signs = [...text.replace(/^ +/, '')];
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at] ?? '';
    const next = signs[at + 1];
    if (sign === '\\' && next !== undefined && /['"\\nrts]/.test(next)) {
      out += { n: '\n', r: '\r', t: '\t', s: ' ' }[next] ?? next;
      end = out.length;
      at += 1;
    } else if (sign === "'" && (quoted || signs.indexOf("'", at + 1) > 0)) {
      quoted = !quoted;
      if (quoted) end = out.length;
    } else {
      out += sign;
      if (sign !== ' ' || quoted) end = out.length;
    }
  }
  return out.slice(0, end);
}

/** `switch_separate_string`: cuts at a delimiter outside quotes. */
function separated(text: string, delimiter: string, most = 1_000): string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '\\') {
      part += sign + (text[at + 1] ?? '');
      at += 1;
    } else if (sign === delimiter && !quoted && parts.length < most - 1) {
      parts.push(part);
      part = '';
    } else {
      if (sign === "'") quoted = !quoted;
      part += sign;
    }
  }
  return [...parts, part].filter((one) => delimiter !== ' ' || one !== '').map(cleaned);
}

/** `switch_find_end_paren`: the closing brace that belongs to the first one. */
function closing(text: string, open: string, close: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === open) depth += 1;
    if (text[at] === close) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function bracketed(text: string, open: string, close: string, into: Map<string, string>): string {
  let rest = text;
  while (rest.startsWith(open)) {
    const end = closing(rest, open, close);
    if (end < 0) return rest;
    const inner = rest.slice(1, end);
    const marked = inner.startsWith('^^');
    for (const pair of separated(marked ? inner.slice(3) : inner, marked ? (inner[2] ?? ',') : ',')) {
      const [name, value] = separated(pair, '=', 2);
      if (name !== undefined && value !== undefined) into.set(name, value);
    }
    rest = rest.slice(end + 1).trimStart();
  }
  return rest;
}

/** Takes the line of an originate command, without the word itself; returns how the switch reads it. */
export function readDialString(line: string): ReadDialString {
  const argv = separated(line, ' ');
  const variables = new Map<string, string>();
  const dial = bracketed(bracketed(argv[0] ?? '', '<', '>', variables), '{', '}', variables);
  const legs = dial
    .split(':_:')
    .flatMap((one) => separated(bracketed(one, '{', '}', variables), '|'))
    .flatMap((one) => separated(one, ','))
    .map((one) => bracketed(one, '[', ']', variables));
  return { arguments: argv, variables, legs };
}
