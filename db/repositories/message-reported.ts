import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { MessageChannel, ProviderName } from '../../contracts/message/kinds.ts';
import type { LookupQuestion, ProviderWord } from '../../contracts/message/provider.ts';
import { query } from '../errors.ts';
import { requireSystem } from '../visibility.ts';

export type MessageReported = {
  /**
   * Questions about texts that an unsigned report named. Only those the provider has accepted: a hand-over that is still
   * on its way is none of a stranger's business, and its look-up could call it off.
   */
  questions(
    actor: Actor,
    provider: ProviderName,
    by: readonly ProviderWord['by'][],
  ): Promise<LookupQuestion[]>;
};

type Row = {
  id: string;
  batch: string;
  handle: string | null;
  provider_id: string | null;
  channel: MessageChannel;
  digits: string;
  submitted_at: Date;
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads `message_sends` by what a provider calls them. */
export const createMessageReported = (knex: Knex): MessageReported => ({
  async questions(actor, provider, by) {
    requireSystem(actor);
    const refs = by.flatMap((name) => ('ref' in name && UUID.test(name.ref) ? [name.ref] : []));
    const ids = by.flatMap((name) => ('providerId' in name ? [name.providerId] : []));
    if (refs.length + ids.length === 0) return [];
    const rows: Row[] = await query(
      knex('message_sends as s')
        .join('message_batches as b', 'b.id', 's.batch')
        .join('message_recipients as r', 'r.id', 's.recipient')
        .where('s.provider', provider)
        .whereIn('s.state', ['accepted', 'unknown'])
        .whereNotNull('s.provider_id')
        .where((either) => either.whereIn('s.id', refs).orWhereIn('s.provider_id', ids))
        .select('s.id', 's.batch', 'b.handle', 's.provider_id', 's.channel', 'r.digits', 's.submitted_at'),
    );
    return rows.map((row) => ({
      ref: row.id,
      batch: row.batch,
      handle: row.handle,
      providerId: row.provider_id,
      channel: row.channel,
      to: row.digits,
      submittedAt: row.submitted_at.getTime(),
    }));
  },
});
