import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { visibleTo } from '../visibility.ts';
import { reachableMessages } from './message-lock.ts';
import { type MessageRecord, messageColumns, toMessageRow } from './message-row.ts';
import type { MessageFilter, MessagePage, Messages } from './messages.ts';

const TOTAL_CAP = 10_000;

/** By the time of sending and then by id, the latest first; pages go by key. */
export async function listMessages(
  knex: Knex,
  actor: Actor,
  filter: MessageFilter,
  { cursor, limit }: Parameters<Messages['list']>[2],
): Promise<MessagePage> {
  const page = filtered(knex, actor, filter).select('messages.id');
  if (cursor !== undefined)
    page.where(
      knex.raw('(messages.due_at, messages.id) < (?, ?::uuid)', [new Date(cursor.dueAt), cursor.id]),
    );
  inOrder(page).limit(limit + 1);
  // The ids of the page first: what a row shows of other tables is asked for on these alone.
  const select = knex('messages').whereIn('messages.id', page).select<MessageRecord[]>(messageColumns(knex));
  const found = (await inOrder(select)).map(toMessageRow);
  const messages = found.slice(0, limit);
  const last = messages.at(-1);
  const more = found.length > limit && last !== undefined;
  return { messages, next: more ? { dueAt: last.dueAt, id: last.id } : null };
}

/** Counts what the filter lets through, up to a cap. */
export async function countMessages(
  knex: Knex,
  actor: Actor,
  filter: MessageFilter,
): Promise<{ count: number; capped: boolean }> {
  const hits = filtered(knex, actor, filter)
    .select(knex.raw('1'))
    .limit(TOTAL_CAP + 1);
  const [row] = await knex.from(hits.as('hits')).count<{ count: string }[]>({ count: '*' });
  const count = Number(row?.count ?? 0);
  return { count: Math.min(count, TOTAL_CAP), capped: count > TOTAL_CAP };
}

const inOrder = <Q extends Knex.QueryBuilder>(builder: Q): Q => {
  builder.orderBy([
    { column: 'messages.due_at', order: 'desc' },
    { column: 'messages.id', order: 'desc' },
  ]);
  return builder;
};

function filtered(knex: Knex, actor: Actor, filter: MessageFilter): Knex.QueryBuilder {
  const select = reachableMessages(knex('messages'), actor);
  if (filter.from !== undefined) select.where('messages.due_at', '>=', new Date(filter.from));
  if (filter.to !== undefined) select.where('messages.due_at', '<', new Date(filter.to));
  if (filter.state !== undefined) select.where('messages.state', filter.state);
  if (filter.channel !== undefined) select.where('messages.channel', filter.channel);
  if (filter.number !== undefined) select.whereIn('messages.id', withNumber(knex, actor, filter.number));
  return select;
}

/** `number` is digits alone, so nothing in it is a wildcard of `like`. */
function withNumber(knex: Knex, actor: Actor, number: string): Knex.QueryBuilder {
  const backwards = [...number].reverse().join('');
  // The company stands first in the indexes of numbers.
  return visibleTo(knex('message_recipients').select('message_recipients.message'), actor).where((either) =>
    either
      .where('message_recipients.digits', 'like', `${number}%`)
      .orWhere(knex.raw('reverse(message_recipients.digits) like ?', [`${backwards}%`])),
  );
}
