import { type Actor, tenantOf } from '../../contracts/api/actor.ts';
import type { CallId } from '../../contracts/ids.ts';
import type { LiveCallRow } from '../../db/repositories/call-feed.ts';
import { gatheredLoads } from './gathered-loads.ts';
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
  const { everyMs = 200, epoch, onError } = options;
  const state = createLiveState(options.keep ?? 5_000);
  const readers = new Map<LiveReader, Actor>();
  const first = Promise.withResolvers<void>();
  let loaded = false;
  let closed = false;

  const loads = gatheredLoads({
    everyMs,
    onError,
    async load(asked) {
      const changes = state.apply({ asked, rows: await options.load(asked) });
      for (const [reader, actor] of readers) send(reader, changes, actor, epoch);
      if (asked !== 'all') return;
      loaded = true;
      first.resolve();
    },
  });

  function begin(lastEventId: string | undefined, actor: Actor, reader: LiveReader): void {
    const number = numberIn(lastEventId, epoch);
    const missed = number === undefined ? undefined : state.since(number);
    if (missed !== undefined) {
      send(reader, missed, actor, epoch);
      return;
    }
    const calls = `{"calls":[${state.calls(tenantOf(actor)).join(',')}]}`;
    reader.write(wireEvent('snapshot', calls, `${epoch}-${state.newest}`));
  }

  return {
    changed: (calls) => loads.changed(calls),
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
      first.resolve();
      for (const reader of readers.keys()) reader.end();
      readers.clear();
      await loads.close();
    },
  };
}

/** Writes the changes that the actor may see, in one piece. */
function send(reader: LiveReader, changes: readonly LiveChange[], actor: Actor, epoch: string): void {
  const tenant = tenantOf(actor);
  const seen = tenant === undefined ? changes : changes.filter((change) => change.tenant === tenant);
  if (seen.length === 0) return;
  reader.write(seen.map(({ event, data, number }) => wireEvent(event, data, `${epoch}-${number}`)).join(''));
}

/** The number in an event id of this life of the process. */
function numberIn(id: string | undefined, epoch: string): number | undefined {
  const [life, number = ''] = id?.split('-') ?? [];
  return life === epoch && /^[0-9]{1,15}$/.test(number) ? Number(number) : undefined;
}
