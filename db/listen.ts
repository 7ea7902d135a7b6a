import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { CALLS_CHANGED } from './repositories/call-feed.ts';
import type { NUMBERS_CHANGED } from './repositories/numbers.ts';
import type { PROMPT_FILES_CHANGED } from './repositories/prompt-spread.ts';
import type { SIP_ACCOUNTS_CHANGED } from './repositories/sip-accounts.ts';

/** Channels that triggers announce on; a closed list, because LISTEN takes an identifier and no binding. */
export type Channel =
  | typeof NUMBERS_CHANGED
  | typeof SIP_ACCOUNTS_CHANGED
  | typeof CALLS_CHANGED
  | typeof PROMPT_FILES_CHANGED;

/** What was announced since the last `onChange`: 'everything' after a (re)connection, else the payloads. */
export type Announced = 'everything' | ReadonlySet<string>;

export type ListenOptions = {
  url: string;
  channel: Channel;
  /**
   * Called after each notification **and** after each (re)connection: what happened while nobody listened is not
   * delivered later, so the listener must load everything again. Calls never overlap; those in between fold into one.
   */
  onChange: (announced: Announced) => Promise<void> | void;
  /** Told of each lost connection and each `onChange` that failed. */
  onError?: (error: unknown) => void;
  /** Pause before connecting again, ms. */
  retryMs?: number;
};

export type Listener = { close(): Promise<void> };

/** Listens on a connection of its own (a pooled one would be lent to somebody else) until closed. */
export function listen(options: ListenOptions): Listener {
  const stop = new AbortController();
  const running = keepListening(options, stop.signal);
  return {
    async close() {
      stop.abort();
      await running;
    },
  };
}

async function keepListening(options: ListenOptions, stop: AbortSignal): Promise<void> {
  const changed = folded(options);
  while (!stop.aborted) {
    await listenOnce(options, stop, changed.trigger).catch((error: unknown) => options.onError?.(error));
    await delay(options.retryMs ?? 500, undefined, { signal: stop }).catch(() => undefined);
  }
  await changed.settled();
}

/** Resolves when stopped, rejects when the connection is lost. */
async function listenOnce(options: ListenOptions, stop: AbortSignal, trigger: Trigger): Promise<void> {
  const client = new pg.Client({
    connectionString: options.url,
    connectionTimeoutMillis: 2_000,
    keepAlive: true,
    application_name: `callwright-listen-${options.channel}`,
  });
  const lost = new Promise<void>((resolve, reject) => {
    client.on('error', reject);
    client.on('end', resolve);
    stop.addEventListener('abort', () => resolve(), { once: true });
  });
  lost.catch(() => undefined);
  client.on('notification', (message) => trigger(message.payload ?? ''));
  try {
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(options.channel)}`);
    trigger();
    await lost;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Without a payload: anything may have changed. */
type Trigger = (payload?: string) => void;

function folded(options: ListenOptions): { trigger: Trigger; settled: () => Promise<void> } {
  let everything = false;
  let payloads = new Set<string>();
  let work: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (everything || payloads.size > 0) {
      const announced: Announced = everything ? 'everything' : payloads;
      everything = false;
      payloads = new Set();
      try {
        await options.onChange(announced);
      } catch (error) {
        options.onError?.(error);
      }
    }
    work = undefined;
  };
  return {
    trigger(payload) {
      if (payload === undefined) everything = true;
      else payloads.add(payload);
      work ??= run();
    },
    settled: async () => work,
  };
}
