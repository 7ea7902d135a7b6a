import type { LiveCall } from '../../../../contracts/api/live.ts';

/** What the stream of live calls says; `beat` is the connection's business and never gets here. */
export type LiveEvent =
  | { readonly type: 'snapshot'; readonly calls: readonly LiveCall[] }
  | { readonly type: 'call'; readonly call: LiveCall }
  | { readonly type: 'gone'; readonly id: string };

/** One line of the live page. `fresh` and `endedAt` are told in words, so that a change is seen without colour. */
export type LiveRow = {
  readonly call: LiveCall;
  readonly fresh: boolean;
  /** Instant in ms at which the row is shown as new no longer. */
  readonly freshUntil: number;
  /** Set when the call is over: the row stays a moment, so that nobody looks for what he just saw. */
  readonly endedAt: number | null;
};

export type LiveFeed = {
  readonly rows: ReadonlyMap<string, LiveRow>;
  /** Newest arrival first; a row never changes its place while it lives. */
  readonly order: readonly string[];
  /** False until the first snapshot: an empty page and an unknown one are told apart. */
  readonly known: boolean;
};

export const FRESH_MS = 4_000;
export const ENDED_STAYS_MS = 4_000;

export const emptyFeed: LiveFeed = { rows: new Map(), order: [], known: false };

/**
 * The feed after a batch of events that were read at `now` (ms). Rows that no event touches stay the same objects, so
 * that only what changed is drawn again. A snapshot replaces everything: what it does not hold was missed and is over.
 */
export function applyEvents(feed: LiveFeed, events: readonly LiveEvent[], now: number): LiveFeed {
  if (events.length === 0) return feed;
  const rows = new Map(feed.rows);
  let { known } = feed;
  let moved = false;
  for (const event of events) {
    switch (event.type) {
      case 'snapshot':
        replaceAll(rows, event.calls, known, now);
        known = true;
        moved = true;
        break;
      case 'call':
        moved = put(rows, event.call, known, now) || moved;
        break;
      case 'gone':
        end(rows, event.id, now);
        break;
    }
  }
  return { rows, order: moved ? orderOf(rows) : feed.order, known };
}

/** Takes away what has been over for a while, and the mark of rows that are new no longer. Same object if nothing changed. */
export function sweep(feed: LiveFeed, now: number): LiveFeed {
  const rows = new Map(feed.rows);
  let changed = false;
  let removed = false;
  for (const [id, row] of feed.rows) {
    if (row.endedAt !== null && now - row.endedAt >= ENDED_STAYS_MS) {
      rows.delete(id);
      removed = true;
    } else if (row.fresh && now >= row.freshUntil) {
      rows.set(id, { ...row, fresh: false });
      changed = true;
    }
  }
  if (!changed && !removed) return feed;
  return { ...feed, rows, order: removed ? feed.order.filter((id) => rows.has(id)) : feed.order };
}

/** Calls that live; rows which only linger are not counted. */
export function liveCount(feed: LiveFeed): number {
  let count = 0;
  for (const row of feed.rows.values()) if (row.endedAt === null) count += 1;
  return count;
}

function replaceAll(
  rows: Map<string, LiveRow>,
  calls: readonly LiveCall[],
  known: boolean,
  now: number,
): void {
  const present = new Set(calls.map((call) => call.id));
  for (const id of rows.keys()) if (!present.has(id)) end(rows, id, now);
  // The calls of the first snapshot are not news.
  for (const call of calls) put(rows, call, known, now);
}

/** True if the row was not there before. */
function put(rows: Map<string, LiveRow>, call: LiveCall, announce: boolean, now: number): boolean {
  const before = rows.get(call.id);
  if (before !== undefined) {
    rows.set(call.id, { ...before, call, endedAt: null });
    return false;
  }
  rows.set(call.id, { call, fresh: announce, freshUntil: now + FRESH_MS, endedAt: null });
  return true;
}

function end(rows: Map<string, LiveRow>, id: string, now: number): void {
  const row = rows.get(id);
  if (row !== undefined && row.endedAt === null) rows.set(id, { ...row, fresh: false, endedAt: now });
}

function orderOf(rows: ReadonlyMap<string, LiveRow>): string[] {
  const all = [...rows.values()].map(({ call }) => ({ id: call.id, at: Date.parse(call.arrivedAt) }));
  all.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  return all.map(({ id }) => id);
}
