import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { MessageChannel } from '../../contracts/message/kinds.ts';
import type { PlanFacts } from '../../contracts/message/plan-facts.ts';

/** What facts are needed about; `keys`: canonical digits of the recipients. */
export type FactsRequest = {
  tenant: TenantId;
  template: string | undefined;
  image: string | undefined;
  keys: readonly string[];
  /** What the provider of this installation carries. */
  channels: readonly MessageChannel[];
  now: number;
};

export type MessageFacts = {
  /** All that `planMessage` is told about a company. */
  facts(actor: Actor, request: FactsRequest): Promise<PlanFacts>;
};
