import { infiniteQueryOptions } from '@tanstack/react-query';
import type { ConsentListView, OptOutListView } from '../../../../contracts/api/opt-outs.ts';
import { request } from '../../api/client.ts';

export const OPT_OUTS = ['opt-outs'] as const;
export const CONSENTS = ['ad-consents'] as const;

/** People who want no texts, newest first, part by part; `number` are digits that theirs holds. */
export const optOutsQuery = (number: string | null) =>
  infiniteQueryOptions({
    queryKey: [...OPT_OUTS, number] as const,
    queryFn: ({ pageParam, signal }) =>
      request<OptOutListView>('GET', '/opt-outs', undefined, {
        signal,
        query: { number, cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

/** People who agreed to advertising, those who withdrew it too. */
export const consentsQuery = (number: string | null) =>
  infiniteQueryOptions({
    queryKey: [...CONSENTS, number] as const,
    queryFn: ({ pageParam, signal }) =>
      request<ConsentListView>('GET', '/ad-consents', undefined, {
        signal,
        query: { number, cursor: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
