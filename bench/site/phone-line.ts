import { once } from 'node:events';
import { connect } from 'node:net';

type Reply = { readonly id: number; readonly ok: boolean; readonly value?: { readonly uuid?: string } };

/** The part of the simulator's control interface that load needs, without its stream of changes, which costs the simulator more than the calls. */
export type PhoneLine = {
  /** Resolves with the new call's uuid. */
  call(from: string, to: string): Promise<string>;
  press(uuid: string, key: string): void;
  hangUp(uuid: string): void;
  close(): void;
};

/** Connects to the control port of a simulator. */
export async function openPhoneLine(port: number): Promise<PhoneLine> {
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  await once(socket, 'connect');
  const waiting = new Map<number, (uuid: string) => void>();
  let lastId = 0;
  let rest = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const reply = JSON.parse(line) as Reply;
      waiting.get(reply.id)?.(reply.value?.uuid ?? '');
      waiting.delete(reply.id);
    }
  });
  // What it was connected to has been stopped; the run ends by its own time limits.
  socket.on('error', () => undefined);
  const send = (request: Record<string, string>): number => {
    lastId += 1;
    socket.write(`${JSON.stringify({ id: lastId, ...request })}\n`);
    return lastId;
  };
  return {
    call: (from, to) => new Promise((resolve) => waiting.set(send({ do: 'place-call', from, to }), resolve)),
    press: (call, keys) => void send({ do: 'press', call, keys }),
    hangUp: (call) => void send({ do: 'hang-up', call }),
    close: () => socket.destroy(),
  };
}
