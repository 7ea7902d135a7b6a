import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { visibleTo } from '../visibility.ts';
import { reachableMessages } from './message-lock.ts';

/** One conversation by text (MO-11); numbers whole, instants in ms. */
export type ThreadRow = {
  id: string;
  tenant: TenantId;
  ours: string;
  other: string;
  lastText: string;
  lastAt: number;
  lastDirection: 'in' | 'out';
  unread: number;
};

export type ThreadEntry = {
  id: string;
  direction: 'in' | 'out';
  subject: string | null;
  text: string;
  /** Outcome of the recipient, of a text that we sent. */
  state: string | null;
  at: number;
};

export type ThreadCursor = { lastAt: number; id: string };

export type TextThreads = {
  /** The one with the latest text first. */
  list(
    actor: Actor,
    page: { cursor?: ThreadCursor | undefined; limit: number },
  ): Promise<{ threads: ThreadRow[]; next: ThreadCursor | null }>;
  get(actor: Actor, id: string): Promise<ThreadRow | undefined>;
  /** The latest 500 entries, oldest first. */
  entries(actor: Actor, thread: ThreadRow): Promise<ThreadEntry[]>;
  /** Marks what came in as read; returns how many were not. */
  markRead(actor: Actor, id: string): Promise<number>;
};

/** MO-11: an agent has the conversations of the numbers that are assigned to him; everybody else the company's. */
function ofOwnNumber<Q extends Knex.QueryBuilder>(builder: Q, actor: Actor, knex: Knex): Q {
  if (actor.kind !== 'user' || actor.role !== 'agent') return builder;
  const own = knex('sender_numbers').select('digits').where({ tenant: actor.tenant, user_id: actor.user });
  builder.whereIn('t.ours', own);
  return builder;
}

type Record = Omit<ThreadRow, 'lastAt'> & { last_at: Date };

/** Table `text_threads` with what came in and what we sent to one person. */
export function createTextThreads(knex: Knex): TextThreads {
  const threads = (actor: Actor): Knex.QueryBuilder<object, Record[]> =>
    ofOwnNumber(
      visibleTo(knex('text_threads as t').select<Record[]>(knex.raw(COLUMNS)).joinRaw(LAST), actor),
      actor,
      knex,
    );
  return {
    async list(actor, { cursor, limit }) {
      const select = threads(actor);
      if (cursor !== undefined)
        select.where(knex.raw('(t.last_at, t.id) < (?, ?::uuid)', [new Date(cursor.lastAt), cursor.id]));
      const ordered = select.orderBy([
        { column: 't.last_at', order: 'desc' },
        { column: 't.id', order: 'desc' },
      ]);
      const found = (await query(ordered.limit(limit + 1))).map(toRow);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const more = found.length > limit && last !== undefined;
      return { threads: page, next: more ? { lastAt: last.lastAt, id: last.id } : null };
    },
    async get(actor, id) {
      const [found] = await query(threads(actor).where('t.id', id));
      return found === undefined ? undefined : toRow(found);
    },
    async entries(actor, thread) {
      const rows = await query(entriesOf(knex, actor, thread));
      return rows.map(({ at, ...entry }) => ({ ...entry, at: at.getTime() })).reverse();
    },
    async markRead(actor, id) {
      const select = knex('text_threads as t')
        .select<Pair[]>('t.tenant', 't.ours', 't.other')
        .where('t.id', id);
      const [found] = await query<Pair[]>(reachableThreads(select, actor, knex));
      if (found === undefined) return 0;
      const { tenant, ours, other } = found;
      const unread = knex('inbound_texts').where({ tenant, ours, other }).whereNull('read_at');
      return query(unread.update({ read_at: knex.fn.now() }));
    },
  };
}

type Pair = { tenant: string; ours: string; other: string };

/** An agent reads what came to a number that is assigned to him (MO-36), others all of the company's. */
function reachableThreads<Q extends Knex.QueryBuilder>(builder: Q, actor: Actor, knex: Knex): Q {
  visibleTo(builder, actor, 't.tenant');
  if (actor.kind === 'user' && actor.role === 'agent')
    builder.whereExists(
      knex('sender_numbers as own')
        .select(knex.raw('1'))
        .where('own.user_id', actor.user)
        .whereRaw('own.tenant = t.tenant and own.digits = t.ours'),
    );
  return builder;
}

const COLUMNS = `t.id, t.tenant, t.ours, t.other, t.last_at, last.text as "lastText", last.direction as "lastDirection",
  (select count(*)::int from inbound_texts as i
   where i.tenant = t.tenant and i.ours = t.ours and i.other = t.other and i.read_at is null) as unread`;

/** A thread begins with a text that came in, so there is always a last one. */
const LAST = `
  cross join lateral (
    select * from (
      (select i.text, i.at, 'in' as direction from inbound_texts as i
       where i.tenant = t.tenant and i.ours = t.ours and i.other = t.other order by i.at desc limit 1)
      union all
      (select r.text, m.due_at, 'out' from message_recipients as r join messages as m on m.id = r.message
       where r.tenant = t.tenant and r.digits = t.other and r.outcome <> 'excluded' and m.sender = t.ours
       order by m.due_at desc limit 1)
    ) as either order by at desc limit 1
  ) as last`;

type EntryRecord = Omit<ThreadEntry, 'at'> & { at: Date };

async function entriesOf(
  knex: Knex,
  actor: Actor,
  { tenant, ours, other }: ThreadRow,
): Promise<EntryRecord[]> {
  const incoming = knex('inbound_texts')
    .select(knex.raw("id, 'in' as direction, subject, text, null as state, at"))
    .where({ tenant, ours, other });
  const sent = knex('message_recipients as r')
    .join('messages', 'messages.id', 'r.message')
    .select(
      knex.raw(
        "r.id, 'out' as direction, messages.subject, r.text, r.outcome as state, messages.due_at as at",
      ),
    )
    .where({ 'r.tenant': tenant, 'r.digits': other, 'messages.sender': ours })
    .whereNot('r.outcome', 'excluded');
  return knex
    .from(knex.unionAll([visibleTo(incoming, actor), reachableMessages(sent, actor)], true).as('entries'))
    .select<EntryRecord[]>('*')
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(500);
}

const toRow = ({ last_at, ...record }: Record): ThreadRow => ({ ...record, lastAt: last_at.getTime() });
