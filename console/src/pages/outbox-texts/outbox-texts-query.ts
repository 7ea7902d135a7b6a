import { queryOptions } from '@tanstack/react-query';
import type { OutboxTextListView } from '../../../../contracts/api/outbox-texts.ts';
import { get } from '../../api/client.ts';

/** Texts arrive here while somebody tries something in another window, ms. */
const ASK_EVERY_MS = 5_000;

/** The newest texts that were kept instead of sent. */
export const outboxTextsQuery = queryOptions({
  queryKey: ['outbox-texts'] as const,
  queryFn: get<OutboxTextListView>('/outbox-texts'),
  refetchInterval: ASK_EVERY_MS,
});
