import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useContext, useEffect } from 'react';
import type { CallDetailView } from '../../../../contracts/api/calls.ts';
import type { LiveCall } from '../../../../contracts/api/live.ts';
import { useMay } from '../../api/session.ts';
import { useStream } from '../../live/use-stream.ts';
import { LiveChangesContext } from '../live/live-changes.ts';
import { callKeys, detailOf } from './calls-api.ts';

/** Those who may not watch live calls see a running one move all the same, by asking each second. */
const ASK_EVERY_MS = 1_000;
/** In case a change was missed. */
const LOOK_AGAIN_MS = 5_000;

/**
 * One call, followed while it runs: asked again at once when the live stream says that it changed. On the live page
 * that page's stream is used; elsewhere one is opened for as long as the call runs.
 */
export function useCall(id: string): UseQueryResult<CallDetailView> {
  const client = useQueryClient();
  const shared = useContext(LiveChangesContext);
  const mayWatch = useMay('calls.live');
  const query = useQuery({
    ...detailOf(id),
    refetchInterval: ({ state }) => {
      if (state.data === undefined || state.data.state === 'ended') return false;
      return mayWatch ? LOOK_AGAIN_MS : ASK_EVERY_MS;
    },
  });
  const runs = query.data !== undefined && query.data.state !== 'ended';
  const changed = (call: string): void => {
    if (call === id) void client.invalidateQueries({ queryKey: callKeys.detail(id) });
  };
  useEffect(() => {
    if (!runs || shared === null) return;
    return shared.listen(id, () => void client.invalidateQueries({ queryKey: callKeys.detail(id) }));
  }, [runs, shared, id, client]);
  useStream(runs && shared === null && mayWatch ? '/live/calls' : null, {
    snapshot: () => changed(id),
    call: (data) => changed((data as LiveCall).id),
    gone: (data) => changed((data as { id: string }).id),
  });
  return query;
}
