/** One frame of the event socket as a test sees it. */
export type Frame = {
  readonly contentType: string;
  /** `Reply-Text` of a command/reply, else the body. */
  readonly text: string;
  readonly event: EventHeaders | undefined;
};

export type EventHeaders = Readonly<Record<string, string | readonly string[]>>;

/** Reads one header of an event; '' when it is absent. */
export function header(event: EventHeaders | undefined, name: string): string {
  const value = event?.[name];
  return value === undefined ? '' : typeof value === 'string' ? value : value.join('|');
}

/** Makes a frame from its head lines and its body. */
export function toFrame(head: string, body: string): Frame {
  const headers = new Map(
    head.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const contentType = headers.get('content-type') ?? '';
  const event = contentType === 'text/event-json' ? (JSON.parse(body) as EventHeaders) : undefined;
  return { contentType, text: headers.get('reply-text') ?? body, event };
}

/** Cuts a byte stream into frames; bodies are counted in bytes. */
export function createFrameReader(onFrame: (frame: Frame) => void): (chunk: Buffer) => void {
  let buffer = Buffer.alloc(0);
  return (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end < 0) return;
      const head = buffer.toString('utf8', 0, end);
      const length = Number(/^content-length: *(\d+)$/im.exec(head)?.[1] ?? 0);
      if (buffer.length < end + 2 + length) return;
      onFrame(toFrame(head, buffer.toString('utf8', end + 2, end + 2 + length)));
      buffer = buffer.subarray(end + 2 + length);
    }
  };
}
