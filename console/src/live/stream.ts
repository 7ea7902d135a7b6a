import { ApiProblem, problemOf } from '../api/problem.ts';
import { createEventParser, type StreamEvent } from './parse-events.ts';

/** `stale`: open or not, nothing was heard for longer than two beats of the server. */
export type LinkState = 'connecting' | 'connected' | 'reconnecting' | 'stale';

export type Link = {
  readonly state: LinkState;
  /** When something was heard last, epoch ms; null before the first time. */
  readonly heardAt: number | null;
};

export type StreamParts = {
  readonly address: string;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Runs something later, ms; returns what cancels it. */
  readonly later: (run: () => void, ms: number) => () => void;
  readonly onEvent: (event: StreamEvent) => void;
  readonly onLink: (link: Link) => void;
  /** The api refused for good (no session, no permission, no such thing): the stream ends. */
  readonly onRefused: (problem: ApiProblem) => void;
};

/** The server's beat is 5 s; after two of them missed nobody may call the data live. */
export const STALE_AFTER_MS = 12_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/**
 * Reads an event stream and keeps it open: a break is repaired with `Last-Event-ID`, so the server can send what was
 * missed. By `fetch`, since EventSource hides why it was refused. Returns what ends it.
 */
export function openStream(parts: StreamParts): () => void {
  const { onLink, now, later } = parts;
  const ended = new AbortController();
  let link: Link = { state: 'connecting', heardAt: null };
  let lastId: string | null = null;
  let failures = 0;
  let cancelStale = (): void => {};
  let cancelRetry = (): void => {};

  const say = (next: Link): void => {
    if (ended.signal.aborted) return;
    link = next;
    onLink(next);
  };
  const watchSilence = (): void => {
    cancelStale();
    cancelStale = later(() => say({ ...link, state: 'stale' }), STALE_AFTER_MS);
  };
  const heard = (events: readonly StreamEvent[]): void => {
    failures = 0;
    say({ state: 'connected', heardAt: now() });
    watchSilence();
    for (const event of events) {
      if (event.id !== null) lastId = event.id;
      parts.onEvent(event);
    }
  };
  const repair = (): void => {
    if (ended.signal.aborted) return;
    if (link.state !== 'stale')
      say({ ...link, state: link.heardAt === null ? 'connecting' : 'reconnecting' });
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++);
    cancelRetry = later(() => void run(), wait);
  };
  const run = async (): Promise<void> => {
    try {
      await readStream(parts, lastId, ended.signal, heard);
    } catch (problem) {
      if (
        problem instanceof ApiProblem &&
        problem.status >= 400 &&
        problem.status < 500 &&
        problem.status !== 429
      ) {
        cancelStale();
        if (!ended.signal.aborted) parts.onRefused(problem);
        return;
      }
    }
    repair();
  };

  watchSilence();
  void run();
  return () => {
    ended.abort();
    cancelStale();
    cancelRetry();
  };
}

/** Resolves when the server closes the stream. */
async function readStream(
  { address, fetch }: StreamParts,
  lastId: string | null,
  signal: AbortSignal,
  heard: (events: readonly StreamEvent[]) => void,
): Promise<void> {
  const headers = { Accept: 'text/event-stream', ...(lastId === null ? {} : { 'Last-Event-ID': lastId }) };
  const response = await fetch(address, { headers, signal });
  if (!response.ok) throw await problemOf(response);
  if (response.body === null) return;
  const parse = createEventParser();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  heard([]);
  for (let part = await reader.read(); !part.done; part = await reader.read()) heard(parse(part.value));
}
