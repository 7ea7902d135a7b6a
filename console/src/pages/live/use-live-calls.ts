import { useEffect, useRef, useState } from 'react';
import type { LiveCall } from '../../../../contracts/api/live.ts';
import { type LiveStream, useStream } from '../../live/use-stream.ts';
import { type Batch, browserClock, createBatch } from './batch.ts';
import { createLiveChanges, type LiveChanges } from './live-changes.ts';
import { applyEvents, emptyFeed, type LiveEvent, type LiveFeed, sweep } from './live-feed.ts';
import { pageTicker } from './ticker.ts';

/** At most five pictures a second: what changes faster, nobody reads, and each picture costs. */
const PICTURE_MS = 200;

export type LiveCalls = {
  readonly feed: LiveFeed;
  readonly stream: LiveStream;
  readonly changes: LiveChanges;
};

/** The live calls that the user may see, as the stream tells them, while the component is there. */
export function useLiveCalls(): LiveCalls {
  const [feed, setFeed] = useState<LiveFeed>(emptyFeed);
  const [changes] = useState(createLiveChanges);
  const batch = useRef<Batch<LiveEvent> | null>(null);
  useEffect(() => {
    batch.current = createBatch<LiveEvent>({
      everyMs: PICTURE_MS,
      flush: (events) => setFeed((before) => applyEvents(before, events, Date.now())),
      clock: browserClock,
    });
    const stopTicks = pageTicker.subscribe(() => setFeed((before) => sweep(before, Date.now())));
    return () => {
      stopTicks();
      batch.current?.stop();
    };
  }, []);
  const take = (event: LiveEvent): void => batch.current?.add(event);
  const stream = useStream('/live/calls', {
    snapshot: (data) => {
      const { calls } = data as { calls: LiveCall[] };
      take({ type: 'snapshot', calls });
      for (const { id } of calls) changes.changed(id);
    },
    call: (data) => {
      const call = data as LiveCall;
      take({ type: 'call', call });
      changes.changed(call.id);
    },
    gone: (data) => {
      const { id } = data as { id: string };
      take({ type: 'gone', id });
      changes.changed(id);
    },
    beat: (data) => pageTicker.setServerTime(Date.parse((data as { at: string }).at)),
  });
  const frozenAt = stream.state === 'stale' ? stream.heardAt : null;
  useEffect(() => {
    pageTicker.freeze(frozenAt);
    return () => pageTicker.freeze(null);
  }, [frozenAt]);
  return { feed, stream, changes };
}
