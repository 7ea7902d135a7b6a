import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ThreadDetailView, ThreadListView } from '../../../../contracts/api/threads.ts';
import { get, request } from '../../api/client.ts';

/** How often a page that is looked at asks for new texts, ms. A hidden one does not ask. */
const ASK_EVERY_MS = 5_000;

export const THREADS = ['threads'] as const;

/** Conversations, the newest text first, part by part. */
export const threadsQuery = infiniteQueryOptions({
  queryKey: [...THREADS, 'list'] as const,
  queryFn: ({ pageParam, signal }) =>
    request<ThreadListView>('GET', '/threads', undefined, { signal, query: { cursor: pageParam } }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
  refetchInterval: ASK_EVERY_MS,
});

/** One conversation; to ask for it is to have read it. */
export const threadQuery = (id: string) =>
  queryOptions({
    queryKey: [...THREADS, 'one', id] as const,
    queryFn: get<ThreadDetailView>(`/threads/${id}`),
    refetchInterval: ASK_EVERY_MS,
  });
