import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  MessageDetailView,
  MessageListView,
  MessageView,
  RecipientListView,
} from '../../../../contracts/api/messages.ts';
import type { RecipientOutcome } from '../../../../contracts/message/kinds.ts';
import { get, request } from '../../api/client.ts';

/** How often a page asks again while something is on its way, and while only the clock is waited for, ms. */
const MOVING_MS = 2_000;
const WAITING_MS = 15_000;

/** Keys of what is asked about messages; `['messages']` is the beginning of all of them. */
export const messageKeys = {
  all: ['messages'] as const,
  detail: (id: string) => ['messages', 'detail', id] as const,
  recipients: (id: string) => ['messages', 'recipients', id] as const,
};

type Moving = Pick<MessageView, 'state' | 'counts'>;

/** In how many ms these messages are worth asking for again; false when nothing of them can change by itself. */
export function askAgainIn(messages: readonly Moving[]): number | false {
  if (messages.some(({ state }) => state === 'starting' || state === 'active')) return MOVING_MS;
  return messages.some(({ state }) => state === 'scheduled') ? WAITING_MS : false;
}

/** Messages that `query` (as listQuery writes it) lets through, newest first, part by part. */
export const messagesOf = (query: string) =>
  infiniteQueryOptions({
    queryKey: ['messages', 'list', query] as const,
    queryFn: ({ pageParam, signal }) =>
      request<MessageListView>('GET', '/messages', undefined, {
        signal,
        query: { ...Object.fromEntries(new URLSearchParams(query)), cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => askAgainIn(state.data?.pages.flatMap(({ messages }) => messages) ?? []),
  });

/** One message, asked again while it moves. */
export const messageOf = (id: string) =>
  queryOptions({
    queryKey: messageKeys.detail(id),
    queryFn: get<MessageDetailView>(`/messages/${id}`),
    refetchInterval: ({ state }) => (state.data === undefined ? false : askAgainIn([state.data])),
  });

/** Its recipients with this outcome (null: all), in their order, part by part; again while the message `moves`. */
export const recipientsOf = (id: string, outcome: RecipientOutcome | null, moves: boolean) =>
  infiniteQueryOptions({
    queryKey: [...messageKeys.recipients(id), outcome] as const,
    queryFn: ({ pageParam, signal }) =>
      request<RecipientListView>('GET', `/messages/${id}/recipients`, undefined, {
        signal,
        query: { outcome, after: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: moves ? MOVING_MS : false,
  });
