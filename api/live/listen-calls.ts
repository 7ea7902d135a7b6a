import { randomBytes } from 'node:crypto';
import { systemActor } from '../../contracts/api/actor.ts';
import { CallId } from '../../contracts/ids.ts';
import type { Database } from '../../db/database.ts';
import { listen } from '../../db/listen.ts';
import { CALLS_CHANGED, type CallFeed } from '../../db/repositories/call-feed.ts';
import { createLiveFeed, type LiveFeed } from './live-feed.ts';

export type ListeningFeed = LiveFeed & { close(): Promise<void> };

/** The feed of this process, fed by Postgres; after a lost connection everything is loaded again. */
export function listenCalls(options: {
  database: Pick<Database, 'url'>;
  callFeed: CallFeed;
  onError(error: unknown): void;
  /** Pause before listening again, ms. */
  retryMs?: number;
}): ListeningFeed {
  const feed = createLiveFeed({
    load: (calls) => options.callFeed.live(systemActor('api'), calls),
    epoch: randomBytes(6).toString('hex'),
    onError: options.onError,
  });
  const listener = listen({
    url: options.database.url,
    channel: CALLS_CHANGED,
    onChange: (announced) =>
      feed.changed(
        announced === 'everything'
          ? announced
          : [...announced].flatMap((text) => CallId.safeParse(text).data ?? []),
      ),
    onError: options.onError,
    ...(options.retryMs === undefined ? {} : { retryMs: options.retryMs }),
  });
  return {
    ...feed,
    async close() {
      await listener.close();
      await feed.close();
    },
  };
}
