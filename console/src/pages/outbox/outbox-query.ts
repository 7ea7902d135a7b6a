import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { MailDetailView, MailListView } from '../../../../contracts/api/outbox.ts';
import { get, request } from '../../api/client.ts';

/** Mails, newest first, part by part. */
export const mailsQuery = infiniteQueryOptions({
  queryKey: ['outbox', 'list'] as const,
  queryFn: ({ pageParam, signal }) =>
    request<MailListView>('GET', '/outbox', undefined, { signal, query: { cursor: pageParam } }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
});

/** One mail with its text. Each look is recorded, so it is asked once for as long as it is open, and not kept. */
export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: ['outbox', 'mail', id] as const,
    queryFn: get<MailDetailView>(`/outbox/${id}`),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
