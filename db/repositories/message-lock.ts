import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { visibleTo } from '../visibility.ts';
import type { MessageRecord } from './message-row.ts';

/** The message's own columns. */
export type LockedMessage = Omit<MessageRecord, 'templateName' | 'createdByName' | 'firstDigits'> & {
  alimtalk_channel: string | null;
  alimtalk_code: string | null;
};

/** Narrows a query on `messages` to those that the actor may see: an agent sees only what he sent himself. */
export function reachableMessages<Q extends Knex.QueryBuilder>(builder: Q, actor: Actor): Q {
  visibleTo(builder, actor, 'messages.tenant');
  if (actor.kind === 'user' && actor.role === 'agent') builder.where('messages.created_by', actor.user);
  return builder;
}

/**
 * Locks the message's row until the transaction ends. Whatever changes a message or its sends does this first, so that
 * it sees what the one before it did. Rows that refer to the message may still be inserted meanwhile.
 */
export async function lockMessage(trx: Knex, actor: Actor, id: string): Promise<LockedMessage> {
  const select = trx<LockedMessage>('messages')
    .select('messages.*')
    .where('messages.id', id)
    .forNoKeyUpdate();
  const [message] = await reachableMessages(select, actor);
  if (message === undefined) throw new CallwrightError('request/not-found', 'no such message');
  return message;
}

/** Locks several, always in the same order: two transactions that want the same ones never wait for each other. */
export async function lockMessages(trx: Knex, ids: readonly string[]): Promise<void> {
  await trx('messages').select('id').whereIn('id', ids).orderBy('id').forNoKeyUpdate();
}
