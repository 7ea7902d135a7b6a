import type { AddressInfo } from 'node:net';
import express, { type RequestHandler, type Response } from 'express';
import { serveConsole } from '../../../api/console/serve-console.ts';
import { PERMISSIONS } from '../../../contracts/api/permissions.ts';

/** The built console before an api that says what a test wants it to say; streams are real ones. */
export type FakeApi = {
  readonly origin: string;
  /** Writes an event to every open stream. */
  send(event: string, data: unknown): void;
  streams(): number;
  /** While it is away every connection breaks, as when the process is stopped. */
  setAway(away: boolean): void;
  close(): Promise<void>;
};

export type FakeApiOptions = {
  /** The built console. */
  readonly folder: string;
  /** What a stream begins with. */
  readonly greeting: () => readonly { readonly event: string; readonly data: unknown }[];
  /** Path below /api/v1 → answer. */
  readonly answers?: Readonly<Record<string, RequestHandler>>;
};

const SESSION = {
  user: {
    id: '00000000-0000-4000-8000-000000000001',
    name: '관리자',
    email: 'admin@example.com',
    role: 'company-admin',
    tenant: { id: '00000000-0000-4000-8000-000000000002', name: '데모 회사' },
  },
  permissions: PERMISSIONS,
  secondFactor: true,
  simulatedSwitch: true,
};

/** Serves on a free port of this machine. */
export async function startFakeApi({ folder, greeting, answers = {} }: FakeApiOptions): Promise<FakeApi> {
  const app = express();
  const open = new Set<Response>();
  let id = 0;
  let isAway = false;
  app.use((request, _response, next) => {
    if (isAway) request.socket.destroy();
    else next();
  });
  const write = (response: Response, event: string, data: unknown): void => {
    id += 1;
    response.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  app.get('/api/v1/session', (_request, response) => void response.json(SESSION));
  app.get('/api/v1/live/calls', (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    for (const { event, data } of greeting()) write(response, event, data);
    open.add(response);
    response.on('close', () => open.delete(response));
  });
  for (const [path, handler] of Object.entries(answers)) app.get(`/api/v1${path}`, handler);
  app.use(serveConsole(folder));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    send(event, data) {
      for (const response of open) write(response, event, data);
    },
    streams: () => open.size,
    setAway(away) {
      isAway = away;
      if (away) for (const response of open) response.destroy();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
