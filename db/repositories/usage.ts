import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { UsageKind } from '../../contracts/message/kinds.ts';

/** Something that is charged; `ref` names it, as `message-send/<id>`; `at` in ms. */
export type UsageEvent = { tenant: TenantId; kind: UsageKind; quantity: number; ref: string; at: number };

/** What a company used on a day in Seoul; `won`: null where no price was in force. */
export type UsageDay = {
  day: string;
  tenant: TenantId;
  kind: UsageKind;
  quantity: number;
  won: number | null;
};

export type Usage = {
  /** Writes each event once for its ref; returns how many are new. For our own processes. */
  record(actor: Actor, events: readonly UsageEvent[]): Promise<number>;
  /** `from` ≤ at < `to`, ms; by day, company and kind. A company's own price goes before the general one. */
  list(actor: Actor, period: { from: number; to: number }): Promise<UsageDay[]>;
};
