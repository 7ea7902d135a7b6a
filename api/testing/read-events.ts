import { type ClientRequest, type IncomingMessage, request } from 'node:http';

export type ReceivedEvent = { id: string | undefined; event: string; data: unknown };

export type EventStream = {
  status: number;
  received: ReceivedEvent[];
  /** Waits until an event satisfies the test; also one that has been received before. */
  until(wanted: (event: ReceivedEvent) => boolean): Promise<ReceivedEvent>;
  /** Resolves when the server has ended or cut the stream. */
  ended: Promise<void>;
  /** Stops and starts reading from the socket. */
  pause(): void;
  resume(): void;
  close(): void;
};

/** Opens a stream of server-sent events and reads it by the rules of WHATWG HTML §9.2. */
export async function openEvents(
  port: number,
  path: string,
  headers: Record<string, string> = {},
): Promise<EventStream> {
  const [outgoing, incoming] = await ask(port, path, headers);
  const received: ReceivedEvent[] = [];
  const waiting = new Set<() => void>();
  let text = '';
  incoming.setEncoding('utf8').on('data', (chunk: string) => {
    const blocks = (text + chunk).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = readBlock(block);
      if (event !== undefined) received.push(event);
    }
    for (const check of [...waiting]) check();
  });
  const ended = new Promise<void>((resolve) => incoming.on('close', resolve).on('error', () => undefined));
  return {
    status: incoming.statusCode ?? 0,
    received,
    until: (wanted) =>
      new Promise((resolve) => {
        const check = (): void => {
          const found = received.find(wanted);
          if (found === undefined) return;
          waiting.delete(check);
          resolve(found);
        };
        waiting.add(check);
        check();
      }),
    ended,
    pause: () => void incoming.pause(),
    resume: () => void incoming.resume(),
    close: () => void outgoing.destroy(),
  };
}

function ask(
  port: number,
  path: string,
  headers: Record<string, string>,
): Promise<[ClientRequest, IncomingMessage]> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, headers, agent: false }, (incoming) =>
      resolve([outgoing, incoming]),
    );
    outgoing.on('error', reject);
    outgoing.end();
  });
}

function readBlock(block: string): ReceivedEvent | undefined {
  const fields = new Map(
    block.split('\n').map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)] as const;
    }),
  );
  const [event, data] = [fields.get('event'), fields.get('data')];
  return event === undefined || data === undefined
    ? undefined
    : { id: fields.get('id'), event, data: JSON.parse(data) };
}
