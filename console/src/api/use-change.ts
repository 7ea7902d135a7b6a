import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Method, request } from './client.ts';

export type Change = {
  readonly method: Method;
  readonly path: string;
  readonly body?: unknown;
  /** Revision that was seen. */
  readonly ifMatch?: number;
};

/** Changes something of a subject by its address, and reads everything again that begins with the key. */
export function useChange<Answer = unknown>(
  key: readonly string[],
): UseMutationResult<Answer, Error, Change> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body, ifMatch }: Change) =>
      request<Answer>(method, path, body, ifMatch === undefined ? {} : { ifMatch }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
