import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { CallwrightError } from '../../contracts/errors.ts';
import { type AccountLookup, directoryAnswer, parseDirectoryRequest } from './directory-answer.ts';

export type DirectoryServerOptions = {
  /** Loopback only: whoever can ask gets the hashes. */
  readonly host: '127.0.0.1' | '::1';
  /** 0 takes a free one. */
  readonly port: number;
  /** Realm of the accounts, `CALLWRIGHT_SIP_DOMAIN` of the switch. */
  readonly domain: string;
  /** From memory. Not a promise: look-ups are serial in the switch, and a phone waits for each. */
  readonly lookup: AccountLookup;
  /** Counts answers. */
  readonly onAnswer?: (found: boolean) => void;
};

export type DirectoryServer = {
  /** Resolves with the port; rejects with `config/port-in-use` or `config/invalid`. */
  listen(): Promise<number>;
  close(): Promise<void>;
};

/** A request has about 2 KB; the switch sends its whole event with it. */
const MAX_BODY_BYTES = 65_536;
const MAX_REQUEST_MS = 2_000;

/** Answers mod_xml_curl from memory. Nothing in it waits for anything but the request's own bytes. */
export function createDirectoryServer(options: DirectoryServerOptions): DirectoryServer {
  const { host, port, domain, lookup, onAnswer } = options;
  const server = createServer({ requestTimeout: MAX_REQUEST_MS, headersTimeout: MAX_REQUEST_MS }, receive);

  function receive(request: IncomingMessage, response: ServerResponse): void {
    if (request.method !== 'POST' || request.url !== '/directory') {
      end(response, 404, '');
      return;
    }
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
    });
    request.on('error', () => response.destroy());
    request.on('end', () => {
      if (bytes > MAX_BODY_BYTES) {
        end(response, 413, '');
        return;
      }
      const answer = directoryAnswer(
        parseDirectoryRequest(Buffer.concat(chunks).toString('utf8')),
        lookup,
        domain,
      );
      onAnswer?.(answer.includes('<user '));
      end(response, 200, answer);
    });
  }

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', (cause: NodeJS.ErrnoException) => reject(listenError(cause, port)));
        server.listen(port, host, () => {
          const address = server.address();
          resolve(typeof address === 'object' && address !== null ? address.port : port);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function end(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/xml; charset=utf-8' });
  response.end(body);
}

function listenError(cause: NodeJS.ErrnoException, port: number): CallwrightError {
  return cause.code === 'EADDRINUSE'
    ? new CallwrightError('config/port-in-use', `port ${port} is taken: set DIRECTORY_PORT to a free one`, {
        cause,
      })
    : new CallwrightError('config/invalid', `cannot listen on port ${port}: set DIRECTORY_PORT`, { cause });
}
