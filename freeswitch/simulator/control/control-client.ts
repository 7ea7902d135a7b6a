import { connect, type Socket } from 'node:net';
import { z } from 'zod';
import { CallwrightError } from '../../../contracts/errors.ts';
import type { RefusalCode } from '../core/hangup-causes.ts';
import type { EventFaults } from '../esl/faults.ts';
import type { PhoneBehaviour } from '../phones/behaviour.ts';
import { createLineReader } from './line-reader.ts';
import {
  type CallView,
  type ChannelView,
  type ControlRequest,
  callViewSchema,
  channelViewSchema,
  responseSchema,
  type StatsView,
  statsSchema,
} from './messages.ts';

/** The control interface of a simulator in another process. Every method rejects with CallwrightError when refused. */
export type ControlClient = {
  readonly placeCall: (
    from: string,
    to: string,
    options?: { readonly callerName?: string; readonly registered?: boolean },
  ) => Promise<CallView>;
  readonly press: (call: string, keys: string, options?: { readonly perSecond?: number }) => Promise<void>;
  /** Speaks for `ms`. */
  readonly speak: (call: string, ms: number) => Promise<void>;
  readonly hangUp: (call: string) => Promise<void>;
  readonly answer: (call: string) => Promise<void>;
  /** Refuses a call that rings; 603 unless told otherwise. */
  readonly reject: (call: string, code?: RefusalCode) => Promise<void>;
  /** Says what is in `pcm` (16-bit mono at 8 kHz, 30 s at most), begun `agoMs` ago, else now. */
  readonly say: (call: string, pcm: Buffer, agoMs?: number) => Promise<void>;
  readonly setPhone: (number: string, behaviour: PhoneBehaviour, registered?: boolean) => Promise<void>;
  /** Takes away a phone that `setPhone` made: its number is again whoever had it before. */
  readonly removePhone: (number: string) => Promise<void>;
  readonly getCall: (call: string) => Promise<CallView>;
  readonly listCalls: () => Promise<readonly CallView[]>;
  readonly listChannels: () => Promise<readonly ChannelView[]>;
  readonly stats: () => Promise<StatsView>;
  readonly setFaults: (faults: Partial<EventFaults>) => Promise<void>;
  readonly cut: () => Promise<number>;
  readonly freeze: () => Promise<number>;
  readonly crash: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** Every change of every call, as it happens. */
  readonly onCall: (listener: (call: CallView) => void) => () => void;
  /** Resolves as soon as `predicate` holds for the call. No time limit of its own. */
  readonly waitFor: (call: string, predicate: (view: CallView) => boolean) => Promise<CallView>;
  /** Called once when the connection has ended, from either side. */
  readonly onClose: (listener: () => void) => void;
  readonly close: () => void;
};

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Ask = <T>(request: Without<ControlRequest, 'id'>, schema: z.ZodType<T>) => Promise<T>;
type Waiter = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: CallwrightError) => void;
};

const nothing = z.unknown().transform((): void => undefined);

function openSocket(port: number, host: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host);
    socket.setNoDelay(true);
    // Every waiter listens for its end.
    socket.setMaxListeners(0);
    socket.once('connect', () => resolve(socket));
    socket.once('error', (cause) =>
      reject(
        new CallwrightError('switch/refused', `no simulator control interface at ${host}:${port}`, { cause }),
      ),
    );
  });
}

function methods(ask: Ask): Omit<ControlClient, 'onCall' | 'waitFor' | 'onClose' | 'close'> {
  return {
    placeCall: (from, to, options) => ask({ do: 'place-call', from, to, ...options }, callViewSchema),
    press: (call, keys, options) => ask({ do: 'press', call, keys, ...options }, nothing),
    speak: (call, ms) => ask({ do: 'speak', call, ms }, nothing),
    hangUp: (call) => ask({ do: 'hang-up', call }, nothing),
    answer: (call) => ask({ do: 'answer', call }, nothing),
    reject: (call, code) => ask({ do: 'reject', call, code }, nothing),
    say: (call, pcm, agoMs) => ask({ do: 'voice', call, pcm: pcm.toString('base64'), agoMs }, nothing),
    removePhone: (number) => ask({ do: 'remove-phone', number }, nothing),
    setPhone: (number, behaviour, registered) => {
      // The schema's arrays are mutable, ours are not; over the wire they are the same.
      const plain = structuredClone(behaviour) as Extract<ControlRequest, { do: 'set-phone' }>['behaviour'];
      return ask({ do: 'set-phone', number, behaviour: plain, registered }, nothing);
    },
    getCall: (call) => ask({ do: 'get-call', call }, callViewSchema),
    listCalls: () => ask({ do: 'list-calls' }, z.array(callViewSchema)),
    listChannels: () => ask({ do: 'list-channels' }, z.array(channelViewSchema)),
    stats: () => ask({ do: 'stats' }, statsSchema),
    setFaults: ({ only, ...faults }) =>
      ask({ do: 'set-faults', faults: { ...faults, ...(only ? { only: [...only] } : {}) } }, nothing),
    cut: () => ask({ do: 'cut' }, z.number()),
    freeze: () => ask({ do: 'freeze' }, z.number()),
    crash: () => ask({ do: 'crash' }, nothing),
    restart: () => ask({ do: 'restart' }, nothing),
  };
}

/** Connects to a simulator's control interface. */
export async function connectControl(options: {
  readonly port: number;
  readonly host?: string;
}): Promise<ControlClient> {
  const socket = await openSocket(options.port, options.host ?? '127.0.0.1');
  const waiters = new Map<number, Waiter>();
  const listeners = new Set<(call: CallView) => void>();
  let lastId = 0;

  const onLine = (line: string): void => {
    const message = responseSchema.parse(JSON.parse(line));
    if (message.type === 'call') {
      for (const listener of [...listeners]) listener(message.call);
      return;
    }
    const waiter = waiters.get(message.id);
    waiters.delete(message.id);
    if (message.ok) waiter?.resolve(message.value);
    else waiter?.reject(new CallwrightError('switch/failed', message.error));
  };
  socket.on(
    'data',
    createLineReader(onLine, () => socket.destroy()),
  );
  socket.on('error', () => {});
  socket.on('close', () => {
    for (const { reject } of waiters.values()) {
      reject(new CallwrightError('switch/outcome-unknown', 'the connection to the simulator was lost'));
    }
    waiters.clear();
  });

  const ask: Ask = async (request, schema) => {
    lastId += 1;
    const id = lastId;
    const answered = new Promise<unknown>((resolve, reject) => {
      waiters.set(id, { resolve, reject });
    });
    socket.write(`${JSON.stringify({ id, ...request })}\n`);
    return schema.parse(await answered);
  };
  await ask({ do: 'watch', on: true }, nothing);

  const calls = methods(ask);
  const onCall: ControlClient['onCall'] = (listener) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  return {
    ...calls,
    onCall,
    waitFor: (call, predicate) =>
      new Promise((resolve, reject) => {
        const check = (view: CallView): void => {
          if (view.uuid !== call || !predicate(view)) return;
          stop();
          resolve(view);
        };
        const lost = (): void => {
          stop();
          reject(new CallwrightError('switch/outcome-unknown', 'the connection to the simulator was lost'));
        };
        const stopListening = onCall(check);
        const stop = (): void => {
          stopListening();
          socket.off('close', lost);
        };
        socket.once('close', lost);
        calls.getCall(call).then(check, reject);
      }),
    onClose: (listener) => {
      if (socket.destroyed) queueMicrotask(listener);
      else socket.once('close', listener);
    },
    close: () => socket.destroy(),
  };
}
