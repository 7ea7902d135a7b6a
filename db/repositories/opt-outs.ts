import type { Actor } from '../../contracts/api/actor.ts';
import type { OPT_OUT_SCOPES, OPT_OUT_SOURCES } from '../../contracts/api/opt-outs.ts';
import type { TenantId } from '../../contracts/ids.ts';

export type OptOutScope = (typeof OPT_OUT_SCOPES)[number];
export type OptOutSource = (typeof OPT_OUT_SOURCES)[number];

/** Somebody who does not want to be texted; `at` in ms. */
export type OptOutRow = {
  digits: string;
  tenant: TenantId;
  scope: OptOutScope;
  source: OptOutSource;
  note: string | null;
  at: number;
};

export type NewOptOut = Omit<OptOutRow, 'at'>;
/** Place of the last row of a page. */
export type WishCursor = { at: number; digits: string };
export type WishPage = { number?: string | undefined; cursor?: WishCursor | undefined; limit: number };

/** A person's changes are recorded in the audit log, with the number masked. */
export type OptOuts = {
  /** Newest first; `number`: digits that it contains. */
  list(actor: Actor, page: WishPage): Promise<{ optOuts: OptOutRow[]; next: WishCursor | null }>;
  /** A wider scope replaces a narrower one, never the other way round. */
  add(actor: Actor, optOut: NewOptOut): Promise<OptOutRow>;
  /** False when there is none. */
  remove(actor: Actor, tenant: TenantId, digits: string): Promise<boolean>;
  /**
   * Numbers that told the provider to be texted no more: no advertising by any company that ever texted them. For our
   * own processes. Returns how many rows are new.
   */
  fromProvider(actor: Actor, numbers: readonly { digits: string; at: number }[]): Promise<number>;
};
