import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { ProviderName } from '../../contracts/message/kinds.ts';
import type { InboundText } from '../../contracts/message/provider.ts';
import { query } from '../errors.ts';
import { jsonRows } from '../json-rows.ts';
import { requireSystem } from '../visibility.ts';

export type InboundTexts = {
  /**
   * Keeps texts that came in, each once, under the company that has the number; what was sent to nobody's number is not
   * kept. `from` and `to` are canonical digits. For our own processes.
   */
  record(
    actor: Actor,
    provider: ProviderName,
    texts: readonly InboundText[],
  ): Promise<{ kept: number; known: number; unassigned: number }>;
};

/** Table `inbound_texts`, and the threads that its rows belong to. */
export function createInboundTexts(knex: Knex): InboundTexts {
  return {
    async record(actor, provider, texts) {
      requireSystem(actor);
      if (texts.length === 0) return { kept: 0, known: 0, unassigned: 0 };
      const rows = texts.map(({ providerId, to, from, subject, text, at }) => ({
        provider_id: providerId,
        ours: to,
        other: from,
        subject,
        text,
        at: new Date(at),
      }));
      const result = await query<{ rows: { kept: number; assigned: number }[] }>(
        knex.raw(RECORD, [jsonRows(rows), provider]),
      );
      const { kept, assigned } = result.rows[0] ?? { kept: 0, assigned: 0 };
      return { kept, known: assigned - kept, unassigned: texts.length - assigned };
    },
  };
}

/** A number belongs to whom it is assigned to for calls, else to the company that has it verified as a sender. */
const RECORD = `
  with input as materialized (
    select x.*, coalesce(
      (select tenant from numbers where numbers.digits = x.ours),
      (select tenant from sender_numbers as s where s.digits = x.ours and s.state = 'verified'
       order by s.requested_at limit 1)) as tenant
    from jsonb_to_recordset(?::jsonb) as x(provider_id text, ours text, other text, subject text, text text,
      at timestamptz)
  ), kept as (
    insert into inbound_texts (id, tenant, provider, provider_id, ours, other, subject, text, at)
    select gen_random_uuid(), tenant, ?, provider_id, ours, other, subject, text, at
    from input where tenant is not null
    on conflict (provider, provider_id) do nothing
    returning tenant, ours, other, at
  ), threads as (
    insert into text_threads (id, tenant, ours, other, last_at)
    select gen_random_uuid(), tenant, ours, other, max(at) from kept group by tenant, ours, other
    order by tenant, ours, other
    on conflict (tenant, ours, other) do update
    set last_at = greatest(text_threads.last_at, excluded.last_at)
  )
  select (select count(*) from kept)::int as kept,
    (select count(*) from input where tenant is not null)::int as assigned`;
