import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { LetteringState } from '../../contracts/message/kinds.ts';

/** 레터링 (CTI-15); instants in ms. */
export type LetteringRow = {
  id: string;
  tenant: TenantId;
  digits: string;
  phrase: string;
  carrier: string;
  state: LetteringState;
  note: string | null;
  requestedAt: number;
  decidedAt: number | null;
};

/** Changes are recorded in the audit log. */
export type Letterings = {
  /** Newest first. */
  list(actor: Actor): Promise<LetteringRow[]>;
  request(
    actor: Actor,
    lettering: Pick<LetteringRow, 'tenant' | 'digits' | 'phrase' | 'carrier'>,
  ): Promise<LetteringRow>;
  /**
   * The carrier's word. One that becomes active is charged once, however often it is said. `request/conflict` for one
   * that was rejected or has ended. Undefined: the actor sees none. `now` in ms.
   */
  decide(
    actor: Actor,
    id: string,
    decision: { state: 'active' | 'rejected' | 'ended'; note: string | null },
    now: number,
  ): Promise<LetteringRow | undefined>;
};
