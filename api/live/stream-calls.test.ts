import test from 'ava';
import express from 'express';
import { setIdentity } from '../http/identity.ts';
import { listenApi } from '../listen-api.ts';
import { openEvents } from '../testing/read-events.ts';
import { wireEvent } from './live-change.ts';
import type { LiveFeed, LiveReader } from './live-feed.ts';
import { type StreamOptions, streamCalls } from './stream-calls.ts';

const actor = { kind: 'system', role: 'test' } as const;

/** A feed that hands its readers to the test. */
function createFakeFeed(): LiveFeed & { readers: Set<LiveReader> } {
  const readers = new Set<LiveReader>();
  return {
    readers,
    changed: () => undefined,
    async read(_actor, _lastEventId, reader) {
      readers.add(reader);
      return () => void readers.delete(reader);
    },
    close: async () => undefined,
  };
}

async function serve(different: Partial<StreamOptions>): Promise<{
  feed: ReturnType<typeof createFakeFeed>;
  port: number;
  close(): Promise<void>;
}> {
  const feed = createFakeFeed();
  const app = express();
  app.use((_request, response, next) => {
    setIdentity(response, { actor, session: 'one' });
    next();
  });
  app.get('/', streamCalls({ feed, stillIn: async () => true, now: () => 0, beatMs: 1, ...different }));
  const api = await listenApi(app, { host: '127.0.0.1', port: 0 });
  return { feed, port: api.port, close: () => api.close() };
}

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

test('a session that was ended ends its streams at the next beat', async (t) => {
  let alive = true;
  const { port, close, feed } = await serve({ stillIn: async () => alive });
  const stream = await openEvents(port, '/');
  t.deepEqual((await stream.until((one) => one.event === 'beat')).data, { at: '1970-01-01T00:00:00.000Z' });
  alive = false;
  await stream.ended;
  await until(() => feed.readers.size === 0);
  await close();
});

test('while nobody can say whether the session lives there is no beat, and the stream stays', async (t) => {
  let asked = 0;
  const { port, close } = await serve({
    async stillIn() {
      asked += 1;
      if (asked < 4) throw new Error('Postgres is away');
      return true;
    },
  });
  const stream = await openEvents(port, '/');
  await stream.until((one) => one.event === 'beat');
  t.true(asked >= 4);
  stream.close();
  await close();
});

test('a client that does not read is cut instead of being kept in memory', async (t) => {
  const { port, close, feed } = await serve({ unreadLimit: 200_000 });
  const stream = await openEvents(port, '/');
  await until(() => feed.readers.size === 1);
  stream.pause();
  const text = wireEvent('call', JSON.stringify('x'.repeat(50_000)));
  const [reader] = feed.readers;
  for (let written = 0; feed.readers.size > 0; written += 1) {
    t.true(written < 10_000, 'the stream was never cut');
    reader?.write(text);
    if (written % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  stream.close();
  await close();
});
