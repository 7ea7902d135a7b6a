import { z } from 'zod';
import { Line, RowId } from './instants.ts';

/** A customer company. */
export const TenantView = z.strictObject({ id: z.string(), name: z.string() }).meta({ id: 'Tenant' });
export type TenantView = z.infer<typeof TenantView>;

export const TenantListView = z.strictObject({ tenants: z.array(TenantView) }).meta({ id: 'TenantList' });
export type TenantListView = z.infer<typeof TenantListView>;

export const TenantName = z.strictObject({ name: Line(80) }).meta({ id: 'TenantName' });
export const TenantParams = z.strictObject({ id: RowId });
