import type { TenantId } from '../../contracts/ids.ts';

/** True when a number, as it is dialled, is one of the company's own: nobody shows another one's (caller-id falsification is forbidden). */
export type OwnsNumber = (tenant: TenantId, number: string) => Promise<boolean>;

/** Where nothing is given, no number is one's own (default deny). */
export const ownsNothing: OwnsNumber = () => Promise.resolve(false);
