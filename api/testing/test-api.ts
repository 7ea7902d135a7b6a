import { request } from 'node:http';
import { systemActor } from '../../contracts/api/actor.ts';
import { createHealthRegistry, type HealthRegistry } from '../../contracts/api/health.ts';
import type { TestDatabase } from '../../db/testing/test-database.ts';
import { type ApiParts, createApi } from '../create-api.ts';
import type { Identify } from '../http/identity.ts';
import { type ListeningApi, listenApi } from '../listen-api.ts';
import type { KeyFinder, OutgoingMail } from '../session/account-parts.ts';
import { createIdentify } from '../session/identify.ts';

export type Answer = { status: number; headers: Record<string, string>; text: string };

export type TestApi = {
  api: ListeningApi;
  health: HealthRegistry;
  /** Everything that was logged, as one JSON text per line. */
  logged: string[];
  /** Mails that were queued, unless the test gave an outbox of its own. */
  mails: OutgoingMail[];
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  send(method: string, path: string, body: string, headers?: Record<string, string>): Promise<Answer>;
};

/** Who asks is found by session cookies and, if given, API keys, as in production. */
export const realIdentity = (
  db: TestDatabase,
  different: { clock?: () => number; keys?: KeyFinder } = {},
): Identify =>
  createIdentify({ repositories: db.repositories, keys: { find: async () => undefined }, ...different });

/**
 * The api on a free port, with a database of the test's own. Who asks is our own `test` actor unless `identify` is
 * given (`realIdentity`, or any actor); changes carry the header that our own pages send. A browser needs
 * to know its `port` before: links name it.
 */
export async function startTestApi(
  db: TestDatabase,
  different: Partial<ApiParts> = {},
  port = 0,
): Promise<TestApi> {
  const logged: string[] = [];
  const write = (fields: object, message: string): void => {
    logged.push(JSON.stringify({ ...fields, message }));
  };
  const mails: OutgoingMail[] = [];
  const health = createHealthRegistry({ now: () => 1_790_000_000_000 });
  const app = createApi({
    database: db.database,
    repositories: db.repositories,
    health,
    metricsSources: [],
    log: { info: write, warn: write, error: write },
    identify: async () => ({ actor: systemActor('test') }),
    mail: { queue: async (mail) => void mails.push(mail) },
    sealKey: Buffer.alloc(32, 1),
    publicUrl: 'http://127.0.0.1:3000',
    ...different,
  });
  const api = await listenApi(app, { host: '127.0.0.1', port });
  return {
    api,
    health,
    logged,
    mails,
    get: (path, headers) => exchange(api.port, 'GET', path, undefined, headers),
    send: (method, path, body, headers) =>
      exchange(api.port, method, path, body, { 'X-Callwright': '1', ...headers }),
  };
}

/** By `node:http` and not `fetch`, which does not let a test choose `Host`. */
function exchange(
  port: number,
  method: string,
  path: string,
  body: string | undefined,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(incoming.headers).map(([key, value]) => [key, String(value)]),
          ),
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    outgoing.on('error', reject);
    // Node sends no body with DELETE unless told its length; browsers do.
    if (body) outgoing.setHeader('Content-Length', Buffer.byteLength(body));
    outgoing.end(body);
  });
}
