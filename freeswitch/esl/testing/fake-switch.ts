import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createCommandReader } from './command-reader.ts';
import { AUTH_REQUEST, apiResponse, commandReply, RUDE_REJECTION } from './switch-frames.ts';

export const CORE = '99f6a29b-c0d8-4bbb-9fe4-ec856f0ff51f';
export const PASSWORD = 'a-long-enough-password';

/** One connected client, as the switch sees it. */
export type Peer = {
  readonly received: string[];
  readonly socket: Socket;
  send(text: string | Uint8Array): void;
  subscribed(): boolean;
};

export type FakeSwitch = {
  readonly port: number;
  readonly peers: Peer[];
  /** Commands of all connections in the order of arrival, each one frame, without `auth`. */
  readonly received: string[];
  /** `rude`: refused by the access list; `mute`: accepts and says nothing, ever. */
  greeting: 'auth' | 'rude' | 'mute';
  password: string;
  core: string;
  /** Answers a command; undefined leaves it to the usual answer, '' says nothing. */
  answer: (command: string, peer: Peer) => string | undefined;
  /** Live peers that are subscribed. */
  listeners(): Peer[];
  close(): Promise<void>;
};

/** The usual answers of a switch to which nothing happens. */
export function usualAnswer(command: string, core: string): string {
  if (command.startsWith('api global_getvar core_uuid')) return apiResponse(core);
  if (command.startsWith('api ')) return apiResponse('+OK\n');
  if (command.startsWith('event ')) return commandReply('+OK event listener enabled json');
  if (command.startsWith('nolog')) return commandReply('+OK no longer logging');
  if (command.startsWith('sendmsg ')) return commandReply('+OK');
  const job = /^bgapi .*\nJob-UUID: (\S+)/.exec(command)?.[1];
  if (job !== undefined) return commandReply(`+OK Job-UUID: ${job}`, `Job-UUID: ${job}\n`);
  return commandReply('-ERR command not found');
}

function welcome(socket: Socket, fake: FakeSwitch): void {
  let authenticated = false;
  let subscribed = false;
  const peer: Peer = {
    received: [],
    socket,
    send: (text) => void socket.write(text),
    subscribed: () => subscribed && !socket.destroyed,
  };
  const reader = createCommandReader((command) => {
    if (!authenticated) {
      authenticated = command === `auth ${fake.password}\n\n`;
      peer.send(commandReply(authenticated ? '+OK accepted' : '-ERR invalid'));
      return;
    }
    peer.received.push(command);
    fake.received.push(command);
    if (command.startsWith('event ')) subscribed = true;
    const answer = fake.answer(command, peer) ?? usualAnswer(command, fake.core);
    if (answer !== '' && !socket.destroyed) peer.send(answer);
  });
  fake.peers.push(peer);
  socket.setNoDelay(true);
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    if (fake.greeting === 'auth') reader.push(chunk);
  });
  if (fake.greeting === 'auth') peer.send(AUTH_REQUEST);
  if (fake.greeting === 'rude') socket.end(RUDE_REJECTION);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Starts a switch that speaks the event socket's protocol and has no telephony, on a free port. */
export async function startFakeSwitch(): Promise<FakeSwitch> {
  const server = createServer((socket) => welcome(socket, fake));
  const fake: FakeSwitch = {
    port: await listen(server),
    peers: [],
    received: [],
    greeting: 'auth',
    password: PASSWORD,
    core: CORE,
    answer: () => undefined,
    listeners: () => fake.peers.filter((peer) => peer.subscribed()),
    async close(): Promise<void> {
      for (const peer of fake.peers) peer.socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return fake;
}
