import { connect, createServer, type Socket } from 'node:net';

/** Chooses connections by what their client has said so far (its first 4 KB). */
export type Which = (said: string) => boolean;

/** Connections that listen to events of a switch, as opposed to those that carry commands. */
export const eventConnections: Which = (said) => said.includes('\nevent json ');
export const commandConnections: Which = (said) => said !== '' && !eventConnections(said);
const all: Which = () => true;

/** A TCP proxy that does to connections what networks do. */
export type TcpProxy = {
  readonly port: number;
  connections(which?: Which): number;
  /** Resets connections; returns how many. New ones come through, unless {@link TcpProxy.refuse} says otherwise. */
  cut(which?: Which): number;
  /** The other side is away: connections are reset and new ones refused until `restore`. */
  refuse(): void;
  /** Half-open: nothing comes or goes on these connections any more, and no FIN tells anybody; returns how many. */
  hold(which?: Which): number;
  /** Every byte of new and old connections is this late, in each direction. */
  delay(ms: number): void;
  /**
   * The next request that matches is passed on, its reply is not: `cut` resets the connection when the reply comes,
   * `hold` leaves it half-open. Resolves when the reply was swallowed.
   */
  swallowReply(request: RegExp, then: 'cut' | 'hold'): Promise<void>;
  /** The next write that matches is passed on up to the match, then the connection is reset: cut in the middle. */
  truncate(request: RegExp): Promise<void>;
  /** Says this to the clients of these connections, as if it came from the far side; between frames, if it is quiet. */
  inject(text: string, which: Which): number;
  restore(): void;
  close(): Promise<void>;
};

const REMEMBERED_BYTES = 4_096;

type Pair = {
  readonly client: Socket;
  readonly upstream: Socket;
  said: string;
  held: boolean;
  swallowing: ((pair: Pair) => void) | undefined;
};

type Wanted = { readonly request: RegExp; readonly onReply: (pair: Pair) => void };
type Truncated = { readonly request: RegExp; readonly done: () => void };

type State = {
  readonly pairs: Set<Pair>;
  delayMs: number;
  refusing: boolean;
  wanted: Wanted | undefined;
  truncated: Truncated | undefined;
};

function pass(state: State, pair: Pair, to: Socket, chunk: Buffer): void {
  if (state.delayMs === 0) return void to.write(chunk);
  setTimeout(() => {
    if (!pair.held && !to.destroyed) to.write(chunk);
  }, state.delayMs);
}

function fromClient(state: State, pair: Pair, chunk: Buffer): void {
  if (pair.held) return;
  const text = chunk.toString('latin1');
  if (pair.said.length < REMEMBERED_BYTES) pair.said += text;
  const cutAt = state.truncated === undefined ? -1 : text.search(state.truncated.request);
  if (cutAt >= 0) {
    cutInTwo(state, pair, chunk.subarray(0, cutAt));
    return;
  }
  if (state.wanted?.request.test(text) === true) {
    pair.swallowing = state.wanted.onReply;
    state.wanted = undefined;
  }
  pass(state, pair, pair.upstream, chunk);
}

function cutInTwo(state: State, pair: Pair, kept: Buffer): void {
  const done = state.truncated?.done;
  state.truncated = undefined;
  pair.held = true;
  pair.upstream.write(kept, () => {
    reset(state, pair);
    done?.();
  });
}

function fromServer(state: State, pair: Pair, chunk: Buffer): void {
  // Read and thrown away: the far side must not notice by a full buffer either.
  if (pair.held) return;
  if (pair.swallowing !== undefined) pair.swallowing(pair);
  else pass(state, pair, pair.client, chunk);
}

function join(state: State, client: Socket, target: { host: string; port: number }): void {
  if (state.refusing) return void client.resetAndDestroy();
  const upstream = connect({ ...target, noDelay: true });
  const pair: Pair = { client, upstream, said: '', held: false, swallowing: undefined };
  state.pairs.add(pair);
  client.setNoDelay(true);
  client.on('data', (chunk) => fromClient(state, pair, chunk));
  upstream.on('data', (chunk) => fromServer(state, pair, chunk));
  for (const [mine, other] of [
    [client, upstream],
    [upstream, client],
  ] as const) {
    mine.on('error', () => undefined);
    mine.on('close', () => {
      if (pair.held) return;
      state.pairs.delete(pair);
      other.destroy();
    });
  }
}

function reset(state: State, pair: Pair): void {
  state.pairs.delete(pair);
  pair.client.resetAndDestroy();
  pair.upstream.resetAndDestroy();
}

/** Listens on a free port of loopback and passes everything on to `target`. */
export async function createTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const state: State = {
    pairs: new Set(),
    delayMs: 0,
    refusing: false,
    wanted: undefined,
    truncated: undefined,
  };
  const server = createServer((client) => join(state, client, target));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const chosen = (which: Which = all): Pair[] =>
    [...state.pairs].filter((pair) => !pair.held && which(pair.said));
  const cut = (which?: Which): number => {
    const pairs = chosen(which);
    for (const pair of pairs) reset(state, pair);
    return pairs.length;
  };
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    connections: (which) => chosen(which).length,
    cut,
    refuse() {
      state.refusing = true;
      cut();
    },
    hold(which) {
      const pairs = chosen(which);
      for (const pair of pairs) pair.held = true;
      return pairs.length;
    },
    delay(ms) {
      state.delayMs = ms;
    },
    swallowReply: (request, then) =>
      new Promise((resolve) => {
        const onReply = (pair: Pair): void => {
          if (then === 'cut') reset(state, pair);
          else pair.held = true;
          resolve();
        };
        state.wanted = { request, onReply };
      }),
    truncate: (request) =>
      new Promise((resolve) => {
        state.truncated = { request, done: resolve };
      }),
    inject(text, which) {
      const pairs = chosen(which);
      for (const { client } of pairs) client.write(text);
      return pairs.length;
    },
    restore() {
      state.refusing = false;
      state.delayMs = 0;
      state.wanted = undefined;
      state.truncated = undefined;
    },
    async close() {
      for (const pair of state.pairs) reset(state, pair);
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
