import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { LookupQuestion } from '../../contracts/message/provider.ts';
import { lockMessage } from './message-lock.ts';
import { type QuestionRow, toQuestion } from './message-question-row.ts';
import { readSends } from './message-send-row.ts';
import { afterSilence } from './message-send-rules.ts';
import { writeSends } from './message-write.ts';

type Options = { staleSubmittedMs: number; pollMs: number; now: number; limit: number };

/** See `MessageSends.open`. Runs in a transaction; that it was asked is noted before anybody asks. */
export async function openQuestions(
  trx: Knex,
  actor: Actor,
  message: string,
  { staleSubmittedMs, pollMs, now, limit }: Options,
): Promise<LookupQuestion[]> {
  await lockMessage(trx, actor, message);
  const stale = new Date(now - staleSubmittedMs);
  const poll = new Date(now - pollMs);
  const { rows } = (await trx.raw(ASK, [message, stale, poll, poll, limit, new Date(now)])) as {
    rows: QuestionRow[];
  };
  return rows.map(toQuestion);
}

const ASK = `
  with wanted as (
    select id from message_sends
    where message = ? and (
      (state = 'submitting' and (reason is not null or submitted_at <= ?) and (looked_at is null or looked_at <= ?))
      or (state = 'accepted' and coalesce(looked_at, accepted_at) <= ?))
    order by state = 'accepted', looked_at nulls first, submitted_at, id
    limit ?
  ), asked as (
    update message_sends set looked_at = ? from wanted where message_sends.id = wanted.id
    returning message_sends.id, message_sends.recipient, batch, provider_id, channel, submitted_at
  )
  select asked.id, asked.batch, b.handle, asked.provider_id, asked.channel, r.digits, asked.submitted_at
  from asked
  join message_batches as b on b.id = asked.batch
  join message_recipients as r on r.id = asked.recipient
  order by r.position`;

/** See `MessageSends.closeOverdue`. Runs in a transaction. */
export async function closeOverdueSends(
  trx: Knex,
  actor: Actor,
  message: string,
  { reportWithinMs, now }: { reportWithinMs: number; now: number },
): Promise<number> {
  await lockMessage(trx, actor, message);
  const overdue = await readSends(trx, (select) =>
    select
      .where('s.message', message)
      .whereIn('s.state', ['submitting', 'accepted'])
      .where('s.submitted_at', '<=', new Date(now - reportWithinMs)),
  );
  await writeSends(
    trx,
    overdue.map((before) => ({ before, after: afterSilence(before, now) })),
    now,
  );
  return overdue.length;
}
