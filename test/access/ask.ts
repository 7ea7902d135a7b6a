import { request } from 'node:http';

export type Asked = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
};

/** Asks and returns status and text; of a stream, which has no end, only the status. */
export function ask(port: number, asked: Asked): Promise<{ status: number; text: string }> {
  const { method, path, headers, body } = asked;
  return new Promise((resolve, reject) => {
    const own = { 'X-Callwright': '1', ...(body === undefined ? {} : ofBody(body)) };
    const outgoing = request(
      { host: '127.0.0.1', port, method, path, headers: { ...own, ...headers }, agent: false },
      (incoming) => {
        const status = incoming.statusCode ?? 0;
        if (incoming.headers['content-type']?.startsWith('text/event-stream')) {
          resolve({ status, text: '' });
          outgoing.destroy();
          return;
        }
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => resolve({ status, text: Buffer.concat(chunks).toString('utf8') }));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** With its length: for DELETE node would send a body without one, which no server can read. */
const ofBody = (body: string): Record<string, string> => ({
  'Content-Type': 'application/json',
  'Content-Length': String(Buffer.byteLength(body)),
});
