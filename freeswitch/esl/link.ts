import { connect, type Socket } from 'node:net';
import { type BackoffOptions, createBackoff, DEFAULT_BACKOFF } from './backoff.ts';
import { type Clock, systemClock } from './clock.ts';
import { isEslError } from './errors.ts';
import type { EslFrame } from './frame.ts';
import { type EslLog, silentLog } from './log.ts';
import { createFrameParser, DEFAULT_LIMITS, type ParserLimits } from './parser.ts';
import { safeLine } from './safe-text.ts';

/** `refused` is a configuration error: tried again only slowly. `down` waits for the next attempt. */
export type LinkState = 'connecting' | 'up' | 'down' | 'refused' | 'closed';

export type LinkTimeouts = {
  /** TCP connect and authentication together, ms. */
  readonly connectMs: number;
  /** Pause after a refusal, ms. */
  readonly refusedRetryMs: number;
  /** A connection that lasted this long, ms, resets the back-off. */
  readonly stableMs: number;
};

export const DEFAULT_LINK_TIMEOUTS: LinkTimeouts = {
  connectMs: 5_000,
  refusedRetryMs: 30_000,
  stableMs: 5_000,
};

/** Where a switch listens, and the ports of a connection; all but the first three have defaults. */
export type EndpointOptions = {
  readonly host: string;
  readonly port: number;
  readonly password: string;
  /** Name of the node, for logs. */
  readonly name?: string;
  readonly clock?: Clock;
  /** 0 ≤ x < 1, for the jitter. */
  readonly random?: () => number;
  readonly log?: EslLog;
  readonly limits?: ParserLimits;
  readonly backoff?: BackoffOptions;
};

export type LinkOptions = EndpointOptions & {
  readonly timeouts?: Partial<LinkTimeouts>;
  readonly onFrame: (frame: EslFrame) => void;
  /** Bytes arrived, whatever they are. */
  readonly onBytes: (count: number) => void;
  readonly onDrain?: () => void;
  /** Called after each change; commands may be written from within `up`. */
  readonly onState: (state: LinkState, reason: string) => void;
};

export type Link = {
  state(): LinkState;
  /** Hands text to the socket; dropped when not up. */
  write(text: string): void;
  /** False while the socket has more than it can pass on. */
  canWrite(): boolean;
  /** Gives the connection up and tries again with back-off. */
  drop(reason: string): void;
  /** Gives the connection up as a configuration error and tries again slowly. */
  refuse(reason: string): void;
  close(): void;
  /** How often a connection was up, less the first time. */
  reconnects(): number;
};

/**
 * Opens a connection to the event socket and keeps it: TCP, authentication, back-off, refusal.
 * What lies above it gets frames only while the link is up. It starts at once, and never pauses
 * reading: a client that stops reading costs the switch memory that it never gives back.
 */
export function createLink(options: LinkOptions): Link {
  const { clock = systemClock, log = silentLog, limits = DEFAULT_LIMITS } = options;
  const timeouts = { ...DEFAULT_LINK_TIMEOUTS, ...options.timeouts };
  const backoff = createBackoff(options.backoff ?? DEFAULT_BACKOFF, options.random ?? Math.random);
  const auth = `auth ${safeLine(options.password, 'password')}\n\n`;
  let state: LinkState = 'connecting';
  let abandon: (() => void) | undefined;
  let socket: Socket | undefined;
  let cancelTimer = (): void => {};
  let upSince = 0;
  let timesUp = 0;

  function enter(next: LinkState, reason: string): void {
    if (next === state) return;
    state = next;
    const level = next === 'refused' ? 'error' : next === 'down' ? 'warn' : 'info';
    log(level, `esl ${next}`, { node: options.name ?? options.host, reason });
    options.onState(next, reason);
  }

  function leave(next: 'down' | 'refused' | 'closed', reason: string): void {
    if (state === 'closed' || (socket === undefined && next !== 'closed')) return;
    cancelTimer();
    abandon?.();
    if (state === 'up' && clock.monotonic() - upSince >= timeouts.stableMs) backoff.reset();
    if (next !== 'closed') {
      const pause = next === 'refused' ? timeouts.refusedRetryMs : backoff.next();
      cancelTimer = clock.schedule(pause, open);
    }
    enter(next, reason);
  }

  function cameUp(): void {
    cancelTimer();
    upSince = clock.monotonic();
    timesUp += 1;
    enter('up', 'authenticated');
  }

  function onFrame(frame: EslFrame): void {
    if (frame.contentType === 'text/disconnect-notice') leave('down', 'disconnect notice');
    // Sent when the access list forbids our address.
    else if (frame.contentType === 'text/rude-rejection') leave('refused', 'rejected by the access list');
    else if (state === 'up') options.onFrame(frame);
    else if (frame.contentType === 'auth/request') socket?.write(auth);
    else if (frame.contentType === 'command/reply') {
      if (frame.headers.get('reply-text')?.startsWith('+OK') === true) cameUp();
      else leave('refused', 'password refused');
    }
  }

  function open(): void {
    enter('connecting', 'attempt');
    const { host, port } = options;
    const mine = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 });
    const parser = createFrameParser(onFrame, limits);
    let reason = 'closed by the switch';
    socket = mine;
    abandon = (): void => {
      abandon = undefined;
      socket = undefined;
      parser.stop();
      mine.destroy();
    };
    mine.on('data', (chunk) => {
      if (socket !== mine) return;
      options.onBytes(chunk.length);
      try {
        parser.push(chunk);
      } catch (error) {
        if (!isEslError(error, 'protocol')) throw error;
        leave('down', error.message);
      }
    });
    mine.on('drain', () => options.onDrain?.());
    mine.on('error', (error: NodeJS.ErrnoException) => {
      reason = error.code ?? 'socket error';
    });
    // Its side has ended: no answer will come, whatever we still have to write.
    mine.on('end', () => {
      if (socket === mine) leave('down', reason);
    });
    mine.on('close', () => {
      if (socket === mine) leave('down', reason);
    });
    cancelTimer = clock.schedule(timeouts.connectMs, () => leave('down', 'no answer while connecting'));
  }

  open();
  return {
    state: () => state,
    write(text): void {
      if (state === 'up') socket?.write(text);
    },
    canWrite: () => state === 'up' && socket?.writableNeedDrain === false,
    drop: (reason) => leave('down', reason),
    refuse: (reason) => leave('refused', reason),
    close: () => leave('closed', 'closed by us'),
    reconnects: () => Math.max(0, timesUp - 1),
  };
}
