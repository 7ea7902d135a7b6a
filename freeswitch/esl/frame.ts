/** One message of the switch: header names in lower case, values as written, the body as text. */
export type EslFrame = {
  readonly contentType: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
};

/**
 * Takes a header section without its blank line; returns its headers, names in lower case.
 * Values are not percent-decoded: FreeSWITCH encodes only the inner headers of `event plain`, so
 * decoding here would choke on `-ERR 100% of lines`. A line without a colon is passed over.
 */
export function parseHead(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of head.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const from = line.charCodeAt(colon + 1) === 0x20 ? colon + 2 : colon + 1;
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(from));
  }
  return headers;
}

/** True for an answer that says no: `-ERR …` or `-USAGE: …`. */
export function isErrorReply(text: string): boolean {
  return text.startsWith('-');
}
