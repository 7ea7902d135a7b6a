import { request } from 'node:http';
import { systemActor } from '../../contracts/api/actor.ts';
import { createHealthRegistry, type HealthRegistry } from '../../contracts/api/health.ts';
import type { TestDatabase } from '../../db/testing/test-database.ts';
import { type ApiParts, createApi } from '../create-api.ts';
import { type ListeningApi, listenApi } from '../listen-api.ts';

export type Answer = { status: number; headers: Record<string, string>; text: string };

export type TestApi = {
  api: ListeningApi;
  health: HealthRegistry;
  /** Everything that was logged, as one JSON text per line. */
  logged: string[];
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  send(method: string, path: string, body: string, headers?: Record<string, string>): Promise<Answer>;
};

/** The api on a free port, with a database of the test's own. */
export async function startTestApi(db: TestDatabase, different: Partial<ApiParts> = {}): Promise<TestApi> {
  const logged: string[] = [];
  const write = (fields: object, message: string): void => {
    logged.push(JSON.stringify({ ...fields, message }));
  };
  const health = createHealthRegistry({ now: () => 1_790_000_000_000 });
  const app = createApi({
    database: db.database,
    repositories: db.repositories,
    health,
    metricsSources: [],
    log: { info: write, warn: write, error: write },
    identify: async () => ({ actor: systemActor('test') }),
    ...different,
  });
  const api = await listenApi(app, { host: '127.0.0.1', port: 0 });
  return {
    api,
    health,
    logged,
    get: (path, headers) => exchange(api.port, 'GET', path, undefined, headers),
    send: (method, path, body, headers) => exchange(api.port, method, path, body, headers),
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
    outgoing.end(body);
  });
}
