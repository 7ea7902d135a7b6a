import { type Actor, tenantOf } from '../../contracts/api/actor.ts';
import type { CallId } from '../../contracts/ids.ts';
import type { LiveCallRow } from '../../db/repositories/call-feed.ts';
import { wireEvent } from './live-change.ts';
import { createLiveState, type LiveChange } from './live-state.ts';

/** Who reads the stream: gets text for the wire; `end` when the feed closes. */
export type LiveReader = { write(text: string): void; end(): void };

export type LiveFeed = {
  /** Announced by Postgres: these calls changed, or anything may have. */
  changed(calls: 'everything' | Iterable<CallId>): void;
  /**
   * Adds a reader. It is first given what it missed since `lastEventId`, or a snapshot; then every change that the
   * actor may see. Waits for the first load of this process. Returns what takes the reader away again.
   */
  read(actor: Actor, lastEventId: string | undefined, reader: LiveReader): Promise<() => void>;
  /** Ends all readers. */
  close(): Promise<void>;
};

export type LiveFeedOptions = {
  load(calls: 'all' | readonly CallId[]): Promise<readonly LiveCallRow[]>;
  /** Names this life of the process in event ids: numbers of another life mean nothing here. */
  epoch: string;
  onError(error: unknown): void;
  /** Least time between two loads, ms. */
  everyMs?: number;
  /** Changes kept for readers that come back. */
  keep?: number;
};

/**
 * One per process, however many read: what Postgres announces is gathered, loaded in one query and handed on as text
 * that was made once. A load that fails is tried again as a load of everything.
 */
export function createLiveFeed(options: LiveFeedOptions): LiveFeed {
  const { everyMs = 200, epoch } = options;
  const state = createLiveState(options.keep ?? 5_000);
  const readers = new Map<LiveReader, Actor>();
  const first = Promise.withResolvers<void>();
  let everything = false;
  let waiting = new Set<CallId>();
  let timer: NodeJS.Timeout | undefined;
  let loading: Promise<void> | undefined;
  let loaded = false;
  let closed = false;

  const idOf = (number: number): string => `${epoch}-${number}`;
  const send = (reader: LiveReader, changes: readonly LiveChange[], actor: Actor): void => {
    const tenant = tenantOf(actor);
    const seen = tenant === undefined ? changes : changes.filter((change) => change.tenant === tenant);
    if (seen.length > 0)
      reader.write(seen.map(({ event, data, number }) => wireEvent(event, data, idOf(number))).join(''));
  };

  async function load(): Promise<void> {
    const asked = everything ? 'all' : [...waiting];
    everything = false;
    waiting = new Set();
    try {
      const changes = state.apply({ asked, rows: await options.load(asked) });
      for (const [reader, actor] of readers) send(reader, changes, actor);
      if (asked === 'all' && !loaded) {
        loaded = true;
        first.resolve();
      }
    } catch (error) {
      everything = true;
      options.onError(error);
    }
  }

  /** The first change is loaded at once, the next ones together when the pause is over. */
  function schedule(): void {
    if (closed || timer !== undefined || loading !== undefined) return;
    loading = load().finally(() => {
      loading = undefined;
      if (closed) return;
      timer = setTimeout(() => {
        timer = undefined;
        if (everything || waiting.size > 0) schedule();
      }, everyMs);
    });
  }

  function begin(lastEventId: string | undefined, actor: Actor, reader: LiveReader): void {
    const missed = sinceId(lastEventId);
    if (missed !== undefined) {
      send(reader, missed, actor);
      return;
    }
    const calls = `{"calls":[${state.calls(tenantOf(actor)).join(',')}]}`;
    reader.write(wireEvent('snapshot', calls, idOf(state.newest)));
  }

  function sinceId(id: string | undefined): readonly LiveChange[] | undefined {
    const [life, number = ''] = id?.split('-') ?? [];
    return life === epoch && /^[0-9]{1,15}$/.test(number) ? state.since(Number(number)) : undefined;
  }

  return {
    changed(calls) {
      if (calls === 'everything') everything = true;
      else for (const call of calls) waiting.add(call);
      schedule();
    },
    async read(actor, lastEventId, reader) {
      if (!loaded) await first.promise;
      // From here to the end nothing is awaited, so no change falls between what is replayed and what follows.
      if (closed) {
        reader.end();
        return () => undefined;
      }
      begin(lastEventId, actor, reader);
      readers.set(reader, actor);
      return () => void readers.delete(reader);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      first.resolve();
      for (const reader of readers.keys()) reader.end();
      readers.clear();
      await loading;
    },
  };
}
