import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { SenderState } from '../../contracts/message/kinds.ts';

/** A sender number (발신번호); instants in ms. */
export type SenderRow = {
  id: string;
  tenant: TenantId;
  digits: string;
  label: string;
  state: SenderState;
  main: boolean;
  user: { id: string; name: string } | null;
  note: string | null;
  requestedAt: number;
  decidedAt: number | null;
};

export type NewSender = { tenant: TenantId; digits: string; label: string; user: string | null };
export type SenderUpdate = { label?: string; main?: true; user?: string | null };

/** Changes are recorded in the audit log. `undefined` or false: the actor sees no such number. */
export type SenderNumbers = {
  /** The main one first, then by digits. */
  list(actor: Actor): Promise<SenderRow[]>;
  /** `request/conflict` when the company has it already; `request/not-found` for somebody else's `user`. */
  request(actor: Actor, sender: NewSender): Promise<SenderRow>;
  /** `main` takes it from another; `request/conflict` unless verified. */
  change(actor: Actor, id: string, change: SenderUpdate): Promise<SenderRow | undefined>;
  /** The first verified number of a company becomes its main one; a rejected one is main no more. */
  decide(
    actor: Actor,
    id: string,
    decision: { state: 'verified' | 'rejected'; note: string | null },
  ): Promise<SenderRow | undefined>;
  remove(actor: Actor, id: string): Promise<boolean>;
};
