import type { CallId, TenantId } from '../../contracts/ids.ts';

/** A text that a call's scenario asked for; (call, verb) is its key. */
export type CallMessageRequest = {
  call: CallId;
  tenant: TenantId;
  verb: number;
  to: string;
  text?: string | undefined;
  /** Name or id. */
  template?: string | undefined;
  values: Record<string, string>;
  sender?: string | undefined;
};

/** `codes`: problems of the plan (contracts/message/plan-facts.ts) and the like; no numbers, no words of the text. */
export type CallMessageAnswer =
  | { status: 'accepted'; message: string }
  | { status: 'refused'; codes: string[] };

export type CallMessageActivities = {
  /** Writes the text into the ledger, once for its verb; asked again it answers the same. Hands nothing over. */
  acceptCallMessage(request: CallMessageRequest): Promise<CallMessageAnswer>;
};
