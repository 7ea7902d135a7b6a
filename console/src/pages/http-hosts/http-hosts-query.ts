import { queryOptions } from '@tanstack/react-query';
import type { HttpHostListView } from '../../../../contracts/api/http-hosts.ts';
import { get } from '../../api/client.ts';

export const HTTP_HOSTS = ['http-hosts'] as const;

/** Hosts that scenarios may ask. */
export const httpHostsQuery = queryOptions({
  queryKey: HTTP_HOSTS,
  queryFn: get<HttpHostListView>('/http-hosts'),
});
