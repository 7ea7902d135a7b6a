import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';
import { putSession } from './session.ts';

const MOST_RETRIES = 2;

/** Retrying helps when the api was away, not when it said no. */
const worthRetrying = (count: number, error: unknown): boolean =>
  count < MOST_RETRIES && error instanceof ApiProblem && (error.status === 0 || error.status >= 500);

/** The one cache of what the api answered. A session that has ended anywhere has ended everywhere. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown): void => {
    if (error instanceof ApiProblem && error.code === 'auth/required') putSession(client, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    // A browser calls itself offline without the internet, which an installation in the house does not need.
    defaultOptions: {
      queries: { retry: worthRetrying, staleTime: 5_000, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
