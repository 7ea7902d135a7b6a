import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { WishCursor, WishPage } from './opt-outs.ts';

/** 광고 수신동의; instants in ms. */
export type ConsentRow = {
  digits: string;
  tenant: TenantId;
  night: boolean;
  source: string;
  consentedAt: number;
  withdrawnAt: number | null;
};

/** Changes are recorded in the audit log. */
export type AdConsents = {
  /** Newest first; `number`: digits that it contains. */
  list(actor: Actor, page: WishPage): Promise<{ consents: ConsentRow[]; next: WishCursor | null }>;
  /** Canonical digits, up to 10,000; a new consent replaces an old one. An opt-out from advertising is lifted by it. */
  add(
    actor: Actor,
    tenant: TenantId,
    consents: { numbers: readonly string[]; night: boolean; source: string },
  ): Promise<number>;
  /** False when there is none that is in force. */
  withdraw(actor: Actor, tenant: TenantId, digits: string): Promise<boolean>;
};
