import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { Socket } from 'node:net';
import type { Outside } from './outside.ts';

/** `host` is the name that was asked for and that the certificate must have; `address` the one that was resolved. */
export type Exchange = {
  host: string;
  address: string;
  path: string;
  method: 'GET' | 'POST';
  headers: Readonly<Record<string, string>>;
  body?: string;
};

/** `unusable`: an answer that is read no further (too long, compressed, no JSON). `lost`: nobody knows what came of it. */
export type Exchanged =
  | { kind: 'answer'; status: number; body: unknown }
  | { kind: 'unusable'; status: number }
  | { kind: 'timeout' }
  | { kind: 'lost' };

/** An answer tells a few values; what is longer is a mistake or an attack. */
const MOST_BYTES = 64 * 1024;
const CONNECT_MS = 2_000;

/**
 * One HTTP exchange with an address that was judged before: no name is resolved here, no redirect followed, no connection
 * used twice. Never throws.
 * @param totalMs for the whole of it, from the connection to the last byte; the connection has 2 s of them
 */
export function exchangeOnce(outside: Outside, exchange: Exchange, totalMs: number): Promise<Exchanged> {
  return new Promise((resolve) => {
    const request = begin(outside, exchange);
    const timers = [totalMs, Math.min(totalMs, CONNECT_MS)].map((ms) =>
      setTimeout(() => end({ kind: 'timeout' }), ms),
    );
    const end = (result: Exchanged): void => {
      for (const timer of timers) clearTimeout(timer);
      // Also what is under way: nobody reads on.
      request.destroy();
      resolve(result);
    };
    request.once('socket', (socket) => {
      socket.once(outside.secure ? 'secureConnect' : 'connect', () => {
        clearTimeout(timers[1]);
        // Nothing is told before it is known who listens: a token would be gone.
        if (outside.mayReach(socket.remoteAddress ?? '')) request.end(exchange.body);
        else end({ kind: 'lost' });
      });
      closeWithRequest(socket, request);
    });
    request.once('error', () => end({ kind: 'lost' }));
    request.once('response', (response) => read(response, end));
  });
}

function begin(outside: Outside, { host, address, path, method, headers, body }: Exchange): ClientRequest {
  const options = {
    host: address,
    path,
    method,
    agent: false as const,
    headers: {
      ...headers,
      host,
      accept: 'application/json',
      'accept-encoding': 'identity',
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
    },
  };
  return outside.secure
    ? secureRequest({ ...options, port: 443, servername: host })
    : plainRequest({ ...options, port: outside.port });
}

/** A connection that is still being made survives its request otherwise. */
function closeWithRequest(socket: Socket, request: ClientRequest): void {
  request.once('close', () => socket.destroy());
}

function read(response: IncomingMessage, end: (result: Exchanged) => void): void {
  const status = response.statusCode ?? 0;
  const parts: Buffer[] = [];
  let size = 0;
  response.on('data', (part: Buffer) => {
    size += part.length;
    parts.push(part);
    if (size > MOST_BYTES) end({ kind: 'unusable', status });
  });
  response.once('error', () => end({ kind: 'lost' }));
  response.once('end', () => {
    if (!response.complete) return end({ kind: 'lost' });
    const body = bodyOf(response, Buffer.concat(parts));
    end(body === undefined ? { kind: 'unusable', status } : { kind: 'answer', status, body: body.json });
  });
}

/** JSON by its own word and in fact; an answer without content is one too, that says nothing. */
function bodyOf({ headers }: IncomingMessage, bytes: Buffer): { json: unknown } | undefined {
  if (bytes.length === 0) return { json: undefined };
  const type = headers['content-type'] ?? '';
  if (!/^application\/([a-z0-9.-]+\+)?json\s*(;|$)/i.test(type)) return undefined;
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return undefined;
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return undefined;
  }
}
