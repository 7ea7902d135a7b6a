/** Cuts a byte stream into lines; a line longer than `limit` bytes ends the stream. */
export function createLineReader(
  onLine: (line: string) => void,
  onTooLong: () => void,
  limit = 1 << 20,
): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a)) {
      const line = rest.toString('utf8', 0, end).trim();
      rest = rest.subarray(end + 1);
      if (line !== '') onLine(line);
    }
    if (rest.length > limit) onTooLong();
  };
}
