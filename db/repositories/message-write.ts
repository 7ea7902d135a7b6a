import type { Knex } from 'knex';
import type { RecipientOutcome } from '../../contracts/message/kinds.ts';
import { jsonRows } from '../json-rows.ts';
import { type OutcomeChange, setOutcomes } from './message-outcomes.ts';
import type { LedgerSend } from './message-send-row.ts';
import { makesFallback } from './message-send-rules.ts';
import { insertUsage } from './usage.ts';

/** A send before and after what was decided about it. */
export type SendChange = { before: LedgerSend; after: LedgerSend };

/**
 * Writes changes of sends with all that follows from them: the SMS after a failed Alimtalk, usage, outcomes and counts.
 * Runs in a transaction that holds the locks of the messages. Returns the sends that made an SMS.
 */
export async function writeSends(
  trx: Knex,
  changes: readonly SendChange[],
  now: number,
): Promise<LedgerSend[]> {
  const real = changes.filter(({ before, after }) => before !== after);
  if (real.length === 0) return [];
  await trx.raw(UPDATE_SENDS, [jsonRows(real.map(({ after }) => toInput(after)))]);
  const failed = real.filter(({ before, after }) => makesFallback(before, after)).map(({ after }) => after);
  if (failed.length > 0) await trx.raw(INSERT_FALLBACKS, [new Date(now), failed.map((send) => send.id)]);
  await insertUsage(
    trx,
    real
      .filter(({ before, after }) => after.state === 'delivered' && before.state !== 'delivered')
      .map(({ after }) => ({
        tenant: after.tenant,
        kind: after.channel,
        quantity: 1,
        ref: `message-send/${after.id}`,
        at: after.settledAt ?? now,
      })),
  );
  const followed = new Set(failed.map((send) => send.id));
  await setOutcomes(
    trx,
    real.flatMap(({ before, after }) =>
      // A settled send that only learnt its provider's id may have a later one after it.
      before.state === after.state || followed.has(after.id) ? [] : outcomeOf(after),
    ),
  );
  return failed;
}

function outcomeOf({ recipient, state }: LedgerSend): OutcomeChange[] {
  const outcome: RecipientOutcome | undefined =
    state === 'delivered' || state === 'failed' || state === 'unknown' ? state : undefined;
  return outcome === undefined ? [] : [{ recipient, outcome }];
}

const instant = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

const toInput = (send: LedgerSend): object => ({
  id: send.id,
  state: send.state,
  provider_id: send.providerId,
  due_at: instant(send.dueAt),
  code: send.code,
  reason: send.reason?.slice(0, 300) ?? null,
  accepted_at: instant(send.acceptedAt),
  looked_at: instant(send.lookedAt),
  settled_at: instant(send.settledAt),
});

const UPDATE_SENDS = `
  update message_sends set state = c.state, provider_id = c.provider_id, due_at = c.due_at, code = c.code,
    reason = c.reason, accepted_at = c.accepted_at, looked_at = c.looked_at, settled_at = c.settled_at
  from jsonb_to_recordset(?::jsonb) as c(id uuid, state text, provider_id text, due_at timestamptz, code text,
    reason text, accepted_at timestamptz, looked_at timestamptz, settled_at timestamptz)
  where message_sends.id = c.id`;

const INSERT_FALLBACKS = `
  insert into message_sends (id, recipient, message, tenant, round, step, channel, due_at)
  select gen_random_uuid(), s.recipient, s.message, s.tenant, s.round, 1, r.fallback_channel, ?
  from message_sends as s join message_recipients as r on r.id = s.recipient
  where s.id = any (?)
  on conflict (recipient, round, step) do nothing`;
