import { queryOptions } from '@tanstack/react-query';
import type { ApiKeyListView } from '../../../../contracts/api/api-keys.ts';
import { get } from '../../api/client.ts';

/** API keys, newest first, revoked ones too. */
export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'] as const,
  queryFn: get<ApiKeyListView>('/api-keys'),
});
