import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { ProviderName } from '../../contracts/message/kinds.ts';
import type { LookupQuestion, ProviderWord } from '../../contracts/message/provider.ts';
import { query } from '../errors.ts';
import { requireSystem } from '../visibility.ts';
import { type QuestionRow, toQuestion } from './message-question-row.ts';

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

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads `message_sends` by what a provider calls them. */
export const createMessageReported = (knex: Knex): MessageReported => ({
  async questions(actor, provider, by) {
    requireSystem(actor);
    const refs = by.flatMap((name) => ('ref' in name && UUID.test(name.ref) ? [name.ref] : []));
    const ids = by.flatMap((name) => ('providerId' in name ? [name.providerId] : []));
    if (refs.length + ids.length === 0) return [];
    const rows: QuestionRow[] = await query(
      knex('message_sends as s')
        .join('message_batches as b', 'b.id', 's.batch')
        .join('message_recipients as r', 'r.id', 's.recipient')
        .where('s.provider', provider)
        .whereIn('s.state', ['accepted', 'unknown'])
        .whereNotNull('s.provider_id')
        .where((either) => either.whereIn('s.id', refs).orWhereIn('s.provider_id', ids))
        .select('s.id', 's.batch', 'b.handle', 's.provider_id', 's.channel', 'r.digits', 's.submitted_at'),
    );
    return rows.map(toQuestion);
  },
});
