import { queryOptions } from '@tanstack/react-query';
import type { TestCallView, TrunkListView } from '../../../../contracts/api/trunks.ts';
import { get } from '../../api/client.ts';

/** The switch is asked each 10 s; calls in progress change faster. */
const ASK_EVERY_MS = 5_000;
const ASK_TEST_EVERY_MS = 500;

/** Trunks with what each switch says of them. */
export const trunksQuery = queryOptions({
  queryKey: ['trunks'] as const,
  queryFn: get<TrunkListView>('/trunks'),
  refetchInterval: ASK_EVERY_MS,
});

/** A test call, asked until it has ended. */
export const testCallQuery = (id: string) =>
  queryOptions({
    queryKey: ['trunks', 'test-call', id] as const,
    queryFn: get<TestCallView>(`/trunks/test-calls/${id}`),
    refetchInterval: ({ state }) => (state.data?.state === 'ended' ? false : ASK_TEST_EVERY_MS),
  });
