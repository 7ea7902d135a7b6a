/** One command as a client wrote it. */
export type ClientCommand = {
  /** First line, e.g. `api status`. */
  readonly line: string;
  /** Header lines after it; names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string | undefined;
};

const newline = 0x0a;

function parseHead(text: string): { line: string; headers: Map<string, string> } {
  const [line = '', ...rest] = text.split('\n').map((part) => part.replace(/\r$/, ''));
  const headers = new Map<string, string>();
  for (const part of rest) {
    const colon = part.indexOf(':');
    if (colon > 0) headers.set(part.slice(0, colon).toLowerCase(), part.slice(colon + 1).trim());
  }
  return { line, headers };
}

/** End of the first block (two newlines in a row, carriage returns ignored): [end of head, start of the rest]. */
function blockEnd(buffer: Buffer): [number, number] | undefined {
  for (let at = buffer.indexOf(newline); at >= 0; at = buffer.indexOf(newline, at + 1)) {
    const next = buffer[at + 1] === 0x0d ? at + 2 : at + 1;
    if (buffer[next] === newline) return [at, next + 1];
  }
  return undefined;
}

/** Cuts a byte stream into commands: a blank line ends one, `content-length` bytes of body may follow. */
export function createCommandReader(onCommand: (command: ClientCommand) => void): (chunk: Buffer) => void {
  let buffer: Buffer = Buffer.alloc(0);
  const next = (): ClientCommand | undefined => {
    let from = 0;
    while (buffer[from] === newline || buffer[from] === 0x0d) from += 1;
    const rest = buffer.subarray(from);
    const end = blockEnd(rest);
    if (!end) return undefined;
    const { line, headers } = parseHead(rest.toString('utf8', 0, end[0]));
    const length = Number(headers.get('content-length') ?? 0) || 0;
    if (rest.length < end[1] + length) return undefined;
    const body = length > 0 ? rest.toString('utf8', end[1], end[1] + length) : undefined;
    buffer = rest.subarray(end[1] + length);
    return { line, headers, body };
  };
  return (chunk) => {
    buffer = buffer.length === 0 ? chunk : Buffer.concat([buffer, chunk]);
    for (let command = next(); command; command = next()) onCommand(command);
  };
}
