import {
  type QueryClient,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Permission } from '../../../contracts/api/permissions.ts';
import type { SessionView } from '../../../contracts/api/session.ts';
import { request } from './client.ts';
import { ApiProblem } from './problem.ts';

export type Session = SessionView;

export const SESSION_KEY = ['session'] as const;

/** Puts a session (null: none) in force, and forgets everything that was read in the one before. */
export function putSession(client: QueryClient, session: Session | null): void {
  client.setQueryData(SESSION_KEY, session);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
}

/** How often a page that nobody touches asks whether it may still be shown, ms. */
const ASK_EVERY_MS = 15_000;

/** Null for a stranger. */
export const useSession = (): UseQueryResult<Session | null> =>
  useQuery({
    queryKey: SESSION_KEY,
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        return await request<Session>('GET', '/session', undefined, { signal });
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.code === 'auth/required') return null;
        throw problem;
      }
    },
    refetchInterval: ({ state }) => (state.data == null ? false : ASK_EVERY_MS),
    refetchOnWindowFocus: 'always',
  });

/** True when the signed-in user may do it; what one may not do is not shown. */
export const useMay = (permission: Permission): boolean =>
  useSession().data?.permissions.includes(permission) ?? false;

/** Sends what signs in, and puts the session that came back in force. */
export function useSignIn<Body>(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => request<Session>('POST', path, body),
    onSuccess: (session) => putSession(client, session),
  });
}

/** Ends the session. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<undefined>('DELETE', '/session'),
    onSuccess: () => putSession(client, null),
  });
}
