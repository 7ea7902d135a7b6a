import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { MessageChannel } from '../../contracts/message/kinds.ts';
import { query } from '../errors.ts';
import { jsonRows } from '../json-rows.ts';
import { requireSystem, visibleTo } from '../visibility.ts';

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

type Kept = { ref: string; id: string; at: Date };

const toKept = ({ ref, id, at }: Kept): { ref: string; id: string; at: number } => ({
  ref,
  id,
  at: at.getTime(),
});

/** Table `outbox_texts`. */
export function createOutboxTexts(knex: Knex): OutboxTexts {
  const find: OutboxTexts['find'] = async (actor, refs) => {
    requireSystem(actor);
    const rows = knex('outbox_texts')
      .select<Kept[]>('ref', 'id', 'at')
      .where(knex.raw('ref = any (?)', [[...refs]]));
    return (await query(rows)).map(toKept);
  };
  return {
    find,
    async keep(actor, texts, now) {
      requireSystem(actor);
      if (texts.length === 0) return [];
      await query(knex.raw(KEEP, [new Date(now), jsonRows(texts)]));
      return find(
        actor,
        texts.map((text) => text.ref),
      );
    },
    async newest(actor) {
      const select = knex('outbox_texts').select<(Omit<OutboxTextRow, 'at'> & { at: Date })[]>('*');
      const rows = visibleTo(select, actor).orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ]);
      return (await query(rows.limit(200))).map((row) => ({ ...row, at: row.at.getTime() }));
    },
  };
}

/** Whose text it is, the ledger says. */
const KEEP = `
  insert into outbox_texts (id, ref, tenant, channel, sender, digits, subject, text, image, at)
  select gen_random_uuid(), x.ref, s.tenant, x.channel, x.sender, x.digits, x.subject, x.text, x.image, ?
  from jsonb_to_recordset(?::jsonb) as x(ref uuid, channel text, sender text, digits text, subject text, text text,
    image uuid)
  join message_sends as s on s.id = x.ref
  on conflict (ref) do nothing`;
