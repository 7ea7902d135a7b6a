import { connect, type Socket } from 'node:net';
import {
  createFrameReader,
  type EventHeaders,
  type Frame,
  header,
} from '../../../freeswitch/simulator/testing/frames.ts';

/** A bare event-socket connection: what the contract needs and no more. Not the product's client. */
export type RawEslClient = {
  /** Writes one command and resolves with its reply (`Reply-Text` or body). */
  readonly send: (command: string) => Promise<string>;
  /** `sendmsg … execute` with a counted body. */
  readonly execute: (uuid: string, app: string, options?: ExecuteOptions) => Promise<string>;
  /** Every event so far. */
  readonly events: readonly EventHeaders[];
  /** Resolves with the first event, past or future, for which `wanted` holds. */
  readonly event: (wanted: (event: EventHeaders) => boolean) => Promise<EventHeaders>;
  /** The first event of this name on this channel; with `app`, of this Application-UUID. */
  readonly eventOf: (uuid: string, name: string, app?: string) => Promise<EventHeaders>;
  /** Names of a channel's events in order, CHANNEL_STATE left out. */
  readonly namesOf: (uuid: string) => readonly string[];
  readonly closed: Promise<void>;
  readonly close: () => void;
};

export type ExecuteOptions = {
  readonly data?: string;
  readonly id?: string;
  readonly lock?: boolean;
  readonly loops?: number;
};

type Pending = { readonly resolve: (text: string) => void; readonly reject: (error: Error) => void };

function messageFor(uuid: string, app: string, { data, id, lock, loops }: ExecuteOptions): string {
  const head = [`sendmsg ${uuid}`, 'call-command: execute', `execute-app-name: ${app}`];
  if (lock) head.push('event-lock: true');
  if (loops) head.push(`loops: ${loops}`);
  if (id) head.push(`Event-UUID: ${id}`);
  if (data === undefined) return `${head.join('\n')}\n\n`;
  head.push('content-type: text/plain', `content-length: ${Buffer.byteLength(data)}`);
  return `${head.join('\n')}\n\n${data}`;
}

/** No case waits for ever: it fails, and says what it saw. */
const LIMIT_MS = 20_000;

/** Connects and waits for `auth/request`; authenticating is up to the caller. */
export async function connectRaw(port: number, host = '127.0.0.1'): Promise<RawEslClient> {
  const socket: Socket = connect(port, host);
  socket.setNoDelay(true);
  const pending: Pending[] = [];
  const events: EventHeaders[] = [];
  const watchers = new Set<(event: EventHeaders) => void>();
  let greeted: () => void = () => {};
  const greeting = new Promise<void>((resolve, reject) => {
    greeted = resolve;
    socket.once('error', reject);
  });
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      for (const { reject } of pending.splice(0)) reject(new Error('connection closed'));
      resolve();
    });
  });

  const onFrame = (frame: Frame): void => {
    if (frame.contentType === 'auth/request') greeted();
    else if (frame.event) {
      events.push(frame.event);
      for (const watch of [...watchers]) watch(frame.event);
    } else if (frame.contentType !== 'text/disconnect-notice') pending.shift()?.resolve(frame.text);
  };
  socket.on('data', createFrameReader(onFrame));
  await greeting;

  const send = (command: string): Promise<string> =>
    new Promise((resolve, reject) => {
      pending.push({ resolve, reject });
      socket.write(command.includes('\n\n') ? command : `${command}\n\n`);
    });
  const event: RawEslClient['event'] = (wanted) => {
    const past = events.find(wanted);
    if (past) return Promise.resolve(past);
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => {
        watchers.delete(watch);
        const seen = events.slice(-8).map((e) => header(e, 'Event-Name'));
        reject(
          new Error(`an event did not come within ${LIMIT_MS} ms; the last ones were ${seen.join(', ')}`),
        );
      }, LIMIT_MS);
      const watch = (next: EventHeaders): void => {
        if (!wanted(next)) return;
        clearTimeout(limit);
        watchers.delete(watch);
        resolve(next);
      };
      watchers.add(watch);
    });
  };
  return {
    send,
    events,
    event,
    closed,
    execute: (uuid, app, options = {}) => send(messageFor(uuid, app, options)),
    eventOf: (uuid, name, app) =>
      event(
        (e) =>
          header(e, 'Unique-ID') === uuid &&
          header(e, 'Event-Name') === name &&
          (app === undefined || header(e, 'Application-UUID') === app),
      ),
    namesOf: (uuid) =>
      events
        .filter((e) => header(e, 'Unique-ID') === uuid)
        .map((e) => header(e, 'Event-Name'))
        .filter((name) => name !== 'CHANNEL_STATE'),
    close: () => socket.destroy(),
  };
}
