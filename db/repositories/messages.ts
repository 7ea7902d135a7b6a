import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type {
  Exclusion,
  MessageChannel,
  MessageOrigin,
  MessageState,
  ProviderName,
  RecipientOutcome,
  SendState,
} from '../../contracts/message/kinds.ts';
import type { MessageResult } from '../../contracts/message/names.ts';
import type { MessagePlan } from '../../contracts/message/plan-facts.ts';
import { query } from '../errors.ts';
import { requireSystem, requireTenant } from '../visibility.ts';
import { insertMessage } from './message-insert.ts';
import { activateMessage, cancelMessage, finishMessage, resendFailed } from './message-life.ts';
import { reachableMessages } from './message-lock.ts';
import { listRecipients } from './message-recipients.ts';
import { type MessageRecord, type MessageRow, messageColumns, toMessageRow } from './message-row.ts';
import { countMessages, listMessages } from './messages-list.ts';

/** A message that was planned and is to be written; `contentHash` is SHA-256 (hex) of what was asked for. */
export type AcceptedMessage = {
  id: string;
  tenant: TenantId;
  key: string;
  contentHash: string;
  origin: MessageOrigin;
  originRef: string | null;
  provider: ProviderName;
  /** Kakao's names of an Alimtalk template, as they are now. */
  alimtalk: { channel: string; code: string } | null;
  plan: MessagePlan;
  /** Not due yet: it waits for its time; else for its workflow. */
  scheduled: boolean;
};

/** `from` ≤ dueAt < `to` in ms; `number`: how a recipient's number begins or ends. */
export type MessageFilter = {
  from?: number | undefined;
  to?: number | undefined;
  number?: string | undefined;
  state?: MessageState | undefined;
  channel?: MessageChannel | undefined;
};

/** Place of the last row of a page in the order of the list. */
export type MessageCursor = { dueAt: number; id: string };
export type MessagePage = { messages: MessageRow[]; next: MessageCursor | null };

/** One hand-over of a recipient's text; instants in ms. */
export type SendRow = {
  id: string;
  round: number;
  step: number;
  channel: MessageChannel;
  state: SendState;
  code: string | null;
  reason: string | null;
  providerId: string | null;
  acceptedAt: number | null;
  settledAt: number | null;
};

export type RecipientRow = {
  id: string;
  position: number;
  /** Whole digits, or what was typed when it is no number. */
  digits: string;
  name: string;
  text: string;
  channel: MessageChannel;
  outcome: RecipientOutcome;
  exclusion: Exclusion | null;
  /** By round and step. */
  sends: SendRow[];
};

export type RecipientPage = { recipients: RecipientRow[]; next: number | null };

/** A message whose workflow may not have been started. */
export type DueMessage = { id: string; tenant: TenantId };

/**
 * Messages and their recipients. An agent reaches only those that he made himself. Functions that name one message throw
 * `request/not-found` when the actor sees none.
 */
export type Messages = {
  /**
   * Writes the message, its recipients and their first sends, all or nothing. The same key of a company is the same
   * message: `existed`, or `request/conflict` when its content differs.
   */
  accept(
    actor: Actor,
    message: AcceptedMessage,
  ): Promise<{ id: string; state: MessageState; existed: boolean }>;
  /** By the time of sending, the latest first. */
  list(
    actor: Actor,
    filter: MessageFilter,
    page: { cursor?: MessageCursor | undefined; limit: number },
  ): Promise<MessagePage>;
  /** Counted up to 10,000. */
  total(actor: Actor, filter: MessageFilter): Promise<{ count: number; capped: boolean }>;
  /** What the company's key stands for already; its own processes and people ask before they plan anew. */
  byKey(
    actor: Actor,
    tenant: TenantId,
    key: string,
  ): Promise<{ id: string; state: MessageState; contentHash: string } | undefined>;
  /** Undefined when the actor sees no such message. */
  detail(actor: Actor, id: string): Promise<MessageRow | undefined>;
  /** In order of position, after the one given; undefined as with `detail`. */
  recipients(
    actor: Actor,
    id: string,
    page: { outcome?: RecipientOutcome | undefined; after?: number | undefined; limit: number },
  ): Promise<RecipientPage | undefined>;
  /** Calls the message off. `request/conflict` once a text of it was handed over. */
  cancel(actor: Actor, id: string): Promise<void>;
  /**
   * Lets the failed ones of the round that the person saw go out again (MO-30), and only once: whoever asks for a round
   * that is over learns the present one, with nothing resent (T14). A message that was done is `starting` then: start
   * its workflow.
   */
  resend(actor: Actor, id: string, round: number): Promise<{ round: number; resent: number }>;
  /** Messages that should have a workflow by now and may have none: `starting` for 5 s, or due for 5 s. */
  due(actor: Actor, limit: number): Promise<DueMessage[]>;
  /**
   * Its workflow runs. One that waits for its time stays `scheduled` until its first claim. False when it was called
   * off, or is done.
   */
  activate(actor: Actor, id: string): Promise<boolean>;
  /** Closes a message all of whose sends are settled; undefined while one is not. A call-off counts as closed. */
  finishIfSettled(actor: Actor, id: string): Promise<MessageResult | undefined>;
};

/** Tables `messages` and `message_recipients`. */
export function createMessages(knex: Knex): Messages {
  const inOne = <T>(work: (trx: Knex) => Promise<T>): Promise<T> => query(knex.transaction(work));
  const detail: Messages['detail'] = async (actor, id) => {
    const select = knex('messages').where('messages.id', id).select<MessageRecord[]>(messageColumns(knex));
    const [record] = await query<MessageRecord[]>(reachableMessages(select, actor));
    return record === undefined ? undefined : toMessageRow(record);
  };
  return {
    detail,
    accept: (actor, message) => inOne((trx) => insertMessage(trx, actor, message)),
    list: (actor, filter, page) => query(listMessages(knex, actor, filter, page)),
    total: (actor, filter) => query(countMessages(knex, actor, filter)),
    async byKey(actor, tenant, key) {
      requireTenant(actor, tenant);
      const [found] = await query(
        knex('messages')
          .select<{ id: string; state: MessageState; contentHash: string }[]>('id', 'state', {
            contentHash: 'content_hash',
          })
          .where({ tenant, key }),
      );
      return found;
    },
    async recipients(actor, id, page) {
      const select = knex('messages').where('messages.id', id).select<{ id: string }[]>('messages.id');
      const seen = await query<{ id: string }[]>(reachableMessages(select, actor));
      return seen.length === 0 ? undefined : query(listRecipients(knex, id, page));
    },
    cancel: (actor, id) => inOne((trx) => cancelMessage(trx, actor, id)),
    resend: (actor, id, round) => inOne((trx) => resendFailed(trx, actor, id, round)),
    async due(actor, limit) {
      requireSystem(actor);
      const late = knex.raw("now() - interval '5 seconds'");
      const select = knex('messages')
        .select<DueMessage[]>('id', 'tenant')
        .where((own) => own.where('state', 'starting').where('touched_at', '<', late))
        .orWhere((own) => own.where('state', 'scheduled').where('due_at', '<', late));
      return query(select.orderBy('touched_at').limit(limit));
    },
    activate: (actor, id) => inOne((trx) => activateMessage(trx, actor, id)),
    finishIfSettled: (actor, id) => inOne((trx) => finishMessage(trx, actor, id)),
  };
}
