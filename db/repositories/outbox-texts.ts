import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { MessageChannel } from '../../contracts/message/kinds.ts';

/** What the provider `outbox` "sent"; `at` in ms. */
export type OutboxTextRow = {
  id: string;
  /** Id of the send. */
  ref: string;
  tenant: TenantId;
  channel: MessageChannel;
  sender: string;
  digits: string;
  subject: string | null;
  text: string;
  image: string | null;
  at: number;
};

export type OutboxTexts = {
  /** Keeps texts, one for each ref, and returns for each of them its id, the old one for one that was there. */
  keep(
    actor: Actor,
    texts: readonly Omit<OutboxTextRow, 'id' | 'at' | 'tenant'>[],
    now: number,
  ): Promise<{ ref: string; id: string; at: number }[]>;
  /** Those of the refs that are kept. */
  find(actor: Actor, refs: readonly string[]): Promise<{ ref: string; id: string; at: number }[]>;
  /** Newest first, at most 200. */
  newest(actor: Actor): Promise<OutboxTextRow[]>;
};
