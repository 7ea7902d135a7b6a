import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ExecutionContext } from 'ava';

/** How long clients in tests wait for a server that says nothing. */
export const SILENCE_MS = 1_500;

export type Heard = {
  method: string;
  /** With its query, as asked for. */
  path: string;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
};

/** What a server does: answers, cuts the connection, or says nothing at all. */
export type Reply = { status: number; json?: unknown; text?: string; headers?: Record<string, string> };
export type Answer = Reply | 'cut' | 'silence';

/** A server on loopback that ends with its test; `heard` is every request that arrived whole. */
export async function localServer(
  t: ExecutionContext,
  answer: (heard: Heard) => Answer,
): Promise<{ url: string; heard: Heard[] }> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    void read(request).then((one) => {
      heard.push(one);
      reply(response, answer(one));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, heard };
}

async function read(request: IncomingMessage): Promise<Heard> {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  const headers = Object.entries(request.headers).map(([name, value]) => [name, `${value}`]);
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: Object.fromEntries(headers),
    body,
  };
}

function reply(response: ServerResponse, answer: Answer): void {
  if (answer === 'silence') return;
  if (answer === 'cut') {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, answer.headers);
  response.end(answer.text ?? (answer.json === undefined ? '' : JSON.stringify(answer.json)));
}

/** An address at which nobody listens. (fetch itself refuses the low ports that one would think of.) */
export async function deadAddress(): Promise<string> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}
