import { createByteStore } from './byte-store.ts';
import { EslError } from './errors.ts';
import { type EslFrame, parseHead } from './frame.ts';

const LF = 0x0a;
const HEAD_END = Buffer.from('\n\n');
const DECIMAL = /^\d{1,15}$/;

export type ParserLimits = {
  /** Longest header section in bytes. FreeSWITCH's are under 1 KiB. */
  readonly maxHeaderBytes: number;
  /** Longest body in bytes; `show channels as json` takes about 2 KiB a channel. */
  readonly maxBodyBytes: number;
};

export const DEFAULT_LIMITS: ParserLimits = { maxHeaderBytes: 64 * 1024, maxBodyBytes: 32 * 1024 * 1024 };

export type FrameParser = {
  /** Takes what the socket read; calls `onFrame` for each complete frame; throws `protocol`. */
  push(chunk: Buffer): void;
  /** Ends it: rest and later chunks are dropped, also when called from within `onFrame`. */
  stop(): void;
};

/**
 * Makes the incremental parser of the event socket's framing: headers, a blank line, then a body of
 * `Content-Length` bytes (not characters). Frames may be cut anywhere: text is decoded only when all
 * its bytes are there, and the search for the blank line goes on where it stopped, one byte back.
 * `onFrame` must not throw.
 */
export function createFrameParser(
  onFrame: (frame: EslFrame) => void,
  limits: ParserLimits = DEFAULT_LIMITS,
): FrameParser {
  const rest = createByteStore();
  let head: { headers: Map<string, string>; bodyBytes: number } | undefined;
  let searched = 0;
  let stopped = false;

  function fail(message: string): never {
    stopped = true;
    throw new EslError('protocol', message);
  }

  function bodyLength(headers: Map<string, string>): number {
    const text = headers.get('content-length');
    if (text === undefined) return 0;
    if (!DECIMAL.test(text)) fail('Content-Length is not a number');
    const length = Number(text);
    if (length > limits.maxBodyBytes) fail(`body of ${length} bytes is over the limit`);
    return length;
  }

  /** Returns where the body starts, or -1 while the blank line is missing. */
  function takeHead(bytes: Buffer, at: number): number {
    const blank = bytes.indexOf(HEAD_END, at + Math.max(0, searched - 1));
    const length = (blank === -1 ? bytes.length : blank) - at;
    if (length > limits.maxHeaderBytes) fail(`header section over ${limits.maxHeaderBytes} bytes`);
    if (blank === -1) {
      searched = length;
      return -1;
    }
    const headers = parseHead(bytes.toString('utf8', at, blank));
    head = { headers, bodyBytes: bodyLength(headers) };
    searched = 0;
    return blank + HEAD_END.length;
  }

  /** Works off `bytes`; returns how many of them are done with. */
  function consume(bytes: Buffer): number {
    let at = 0;
    while (!stopped) {
      if (head === undefined) {
        while (searched === 0 && bytes[at] === LF) at += 1;
        const bodyAt = at < bytes.length ? takeHead(bytes, at) : -1;
        if (bodyAt === -1) break;
        at = bodyAt;
      }
      if (head === undefined || bytes.length - at < head.bodyBytes) break;
      const { headers, bodyBytes } = head;
      const body = bodyBytes === 0 ? '' : bytes.toString('utf8', at, at + bodyBytes);
      at += bodyBytes;
      head = undefined;
      onFrame({ contentType: headers.get('content-type') ?? '', headers, body });
    }
    return at;
  }

  return {
    push(chunk): void {
      if (stopped) return;
      if (rest.size() === 0) {
        const done = consume(chunk);
        if (done < chunk.length) rest.append(chunk, done);
        return;
      }
      rest.append(chunk, 0);
      // A body that is still incomplete needs no look at all.
      if (head === undefined || rest.size() >= head.bodyBytes) rest.drop(consume(rest.view()));
    },
    stop(): void {
      stopped = true;
    },
  };
}
