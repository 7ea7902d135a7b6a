import { queryOptions } from '@tanstack/react-query';
import type { TenantListView } from '../../../../contracts/api/tenants.ts';
import { get } from '../../api/client.ts';

/** Customer companies, by name; for platform administrators. */
export const tenantsQuery = queryOptions({
  queryKey: ['tenants'] as const,
  queryFn: get<TenantListView>('/tenants'),
});
