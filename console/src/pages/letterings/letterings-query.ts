import { queryOptions } from '@tanstack/react-query';
import type { LetteringListView } from '../../../../contracts/api/senders.ts';
import { get } from '../../api/client.ts';

export const LETTERINGS = ['letterings'] as const;

/** Phrases that phones show with our calls, and what the carriers said. */
export const letteringsQuery = queryOptions({
  queryKey: LETTERINGS,
  queryFn: get<LetteringListView>('/letterings'),
});
