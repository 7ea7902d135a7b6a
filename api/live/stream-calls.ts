import type { RequestHandler, Response } from 'express';
import { idOf } from '../../contracts/api/actor.ts';
import { LIVE_BEAT_MS } from '../../contracts/api/live.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { type Identity, identityOf } from '../http/identity.ts';
import { wireEvent } from './live-change.ts';
import type { LiveFeed, LiveReader } from './live-feed.ts';

export type StreamOptions = {
  readonly feed: LiveFeed;
  /** False as soon as the session or key behind a stream is ended or 정지. */
  readonly stillIn: (identity: Identity) => Promise<boolean>;
  readonly now: () => number;
  readonly beatMs?: number;
  /** Bytes that a reader may leave unread before its stream is cut. */
  readonly unreadLimit?: number;
  /** Streams that one session may have open: browsers allow six per site. */
  readonly streamsPerSession?: number;
};

/** `GET /api/v1/live/calls`: live calls as server-sent events (CTI-01). */
export const streamCalls = (options: StreamOptions): RequestHandler => {
  const open = new Map<string, number>();
  const limit = options.streamsPerSession ?? 6;
  return async (request, response) => {
    const identity = identityOf(response);
    if (identity === undefined) throw new CallwrightError('auth/required', 'sign in, or send an API key');
    const owner = ownerOf(identity);
    const count = open.get(owner) ?? 0;
    if (count >= limit)
      throw new CallwrightError(
        'request/conflict',
        `${limit} live pages are open already: close one of them`,
      );
    open.set(owner, count + 1);
    response.on('close', () => {
      const left = (open.get(owner) ?? 1) - 1;
      if (left === 0) open.delete(owner);
      else open.set(owner, left);
    });
    await stream(options, identity, request.get('Last-Event-ID'), response);
  };
};

async function stream(
  options: StreamOptions,
  identity: Identity,
  lastEventId: string | undefined,
  response: Response,
): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
  // Sent at once, so that the client knows that it is connected; half a second until it tries again.
  response.write('retry: 500\n\n');
  const reader = readerOf(response, options.unreadLimit ?? 2_000_000);
  const leave = await options.feed.read(identity.actor, lastEventId, reader);
  const beat = async (): Promise<void> => {
    // When Postgres does not answer there is no beat, and the client shows what it has as stale.
    const alive = await options.stillIn(identity).catch(() => undefined);
    if (alive === false) return reader.end();
    if (alive === true)
      reader.write(wireEvent('beat', JSON.stringify({ at: new Date(options.now()).toISOString() })));
  };
  const timer = setInterval(() => void beat(), options.beatMs ?? LIVE_BEAT_MS);
  const over = (): void => {
    clearInterval(timer);
    leave();
  };
  if (response.closed) over();
  else response.on('close', over);
}

/** A client that does not read would make us keep its stream in memory: it is cut, and comes back by itself. */
function readerOf(response: Response, unreadLimit: number): LiveReader {
  return {
    write(text) {
      if (response.destroyed || response.writableEnded) return;
      if (response.writableLength > unreadLimit) response.destroy();
      else response.write(text);
    },
    end: () => void response.end(),
  };
}

/** Streams are counted by session; who has none (an API key, a process of ours) by who it is. */
const ownerOf = ({ actor, session }: Identity): string => session ?? idOf(actor);
