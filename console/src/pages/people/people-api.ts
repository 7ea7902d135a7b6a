import { queryOptions, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { UserListView } from '../../../../contracts/api/users.ts';
import { get, type Method, request } from '../../api/client.ts';

const KEY = ['users'] as const;

/** People of the companies that one may see, by name. */
export const peopleQuery = queryOptions({ queryKey: KEY, queryFn: get<UserListView>('/users') });

type Change = { readonly method: Method; readonly path: string; readonly body?: unknown };

/** Changes an account and reads the list again. */
export function useChangePeople<Answer>(): UseMutationResult<Answer, Error, Change> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Change) => request<Answer>(method, `/users${path}`, body),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
