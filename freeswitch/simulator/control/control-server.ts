import { createServer, type Server, type Socket } from 'node:net';
import { CallwrightError } from '../../../contracts/errors.ts';
import type { PhoneCall } from '../phones/phone-call.ts';
import type { Simulator } from '../simulator.ts';
import { handleRequest } from './handle-request.ts';
import { createLineReader } from './line-reader.ts';
import { type ControlResponse, requestSchema } from './messages.ts';
import { viewCall } from './view.ts';

/** The simulator's control interface: one JSON object a line, over TCP on loopback. */
export type ControlServer = { readonly port: number; readonly close: () => Promise<void> };

type Client = { readonly send: (message: ControlResponse) => void; watching: boolean };

async function answer(sim: Simulator, client: Client, line: string): Promise<void> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    client.send({ type: 'reply', id: -1, ok: false, error: 'not JSON' });
    return;
  }
  const parsed = requestSchema.safeParse(json);
  if (!parsed.success) {
    const id = typeof json === 'object' && json && 'id' in json && typeof json.id === 'number' ? json.id : -1;
    const issue = parsed.error.issues[0];
    client.send({ type: 'reply', id, ok: false, error: `${issue?.path.join('.')}: ${issue?.message}` });
    return;
  }
  const request = parsed.data;
  if (request.do === 'watch') client.watching = request.on;
  try {
    client.send({
      type: 'reply',
      id: request.id,
      ok: true,
      value: (await handleRequest(sim, request)) ?? null,
    });
  } catch (error) {
    client.send({
      type: 'reply',
      id: request.id,
      ok: false,
      error: error instanceof Error ? error.message : 'failed',
    });
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      const message = `the simulator's control interface cannot listen on ${host}:${port}`;
      reject(new CallwrightError('config/port-in-use', message, { cause }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** Starts the control interface (port 0 = any free one); it tells of every call that begins from now on. */
export async function createControlServer(
  sim: Simulator,
  options: { readonly port: number; readonly host?: string },
): Promise<ControlServer> {
  const clients = new Map<Socket, Client>();
  const announce = (call: PhoneCall): void => {
    for (const client of clients.values())
      if (client.watching) client.send({ type: 'call', call: viewCall(call, sim.clock) });
  };
  const stopHearing = sim.phones.onCall((call) => {
    announce(call);
    call.onChange(announce);
  });
  const server = createServer((socket) => {
    socket.setNoDelay(true);
    const client: Client = {
      watching: false,
      send: (message) => {
        if (!socket.destroyed) socket.write(`${JSON.stringify(message)}\n`);
      },
    };
    clients.set(socket, client);
    const read = createLineReader(
      (line) => void answer(sim, client, line),
      () => socket.destroy(),
    );
    socket.on('data', read);
    socket.on('error', () => {});
    socket.on('close', () => clients.delete(socket));
  });
  return {
    port: await listen(server, options.port, options.host ?? '127.0.0.1'),
    close: () =>
      new Promise((resolve) => {
        stopHearing();
        for (const socket of clients.keys()) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
