import { CallwrightError } from '../../contracts/errors.ts';
import type { Identity } from '../http/identity.ts';
import type { Route } from '../http/route.ts';
import type { LiveFeed } from './live-feed.ts';
import { streamCalls } from './stream-calls.ts';

export type LiveParts = {
  /** Absent where only the route table is needed. */
  live?: {
    feed: LiveFeed;
    /** False as soon as the session or key behind a stream is ended or 정지. */
    stillIn: (identity: Identity) => Promise<boolean>;
  };
};

/** Live screens. */
export const liveRoutes = ({ live }: LiveParts): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/live/calls',
    access: 'calls.live',
    describe: {
      summary: 'Live calls as server-sent events: snapshot, call, gone, beat; `Last-Event-ID` replays',
      media: 'text/event-stream',
    },
    handler:
      live === undefined
        ? () => {
            throw new CallwrightError('request/not-found', 'this process has no live feed');
          }
        : streamCalls({ ...live, now: Date.now }),
  },
];
