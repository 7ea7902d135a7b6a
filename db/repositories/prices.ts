import type { Actor } from '../../contracts/api/actor.ts';
import type { PriceDraft, PriceView } from '../../contracts/api/usage.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { MessageChannel } from '../../contracts/message/kinds.ts';

/** A price in force from `from` until the day before the next one of its kind and company begins; days of Seoul. */
export type PriceRow = PriceView;

/** Changes are recorded in the audit log, and are for whoever has `prices.manage`. */
export type Prices = {
  /** The general ones and the actor's own, by kind and day. */
  list(actor: Actor): Promise<PriceRow[]>;
  /** `request/conflict` when one begins on that day. */
  add(actor: Actor, price: PriceDraft): Promise<PriceRow>;
  /** False when there is none; `request/conflict` once it is in force. `now` in ms. */
  remove(actor: Actor, id: string, now: number): Promise<boolean>;
  /** Won for one piece on the day of `now` in Seoul. */
  today(actor: Actor, tenant: TenantId, now: number): Promise<Partial<Record<MessageChannel, number>>>;
};
