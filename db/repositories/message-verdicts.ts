import type { Knex } from 'knex';
import type { SendVerdict } from '../../contracts/message/provider.ts';
import { lockMessages } from './message-lock.ts';
import { readSends } from './message-send-row.ts';
import { afterVerdict } from './message-send-rules.ts';
import { writeSends } from './message-write.ts';

/** See `MessageSends.settleVerdicts`. Runs in a transaction. */
export async function applyVerdicts(
  trx: Knex,
  batch: string,
  verdicts: readonly SendVerdict[],
  now: number,
): Promise<void> {
  const [found] = await trx('message_batches').select<{ message: string }[]>('message').where('id', batch);
  if (found === undefined) return;
  await lockMessages(trx, [found.message]);
  const byRef = new Map(verdicts.map((verdict) => [verdict.ref, verdict]));
  // Also those that a later hand-over has taken: that the provider accepted one of them is true all the same.
  const sends = await readSends(trx, (select) =>
    select
      .where('s.message', found.message)
      .where((own) =>
        own.where('s.batch', batch).orWhere(trx.raw('s.id::text = any (?)', [[...byRef.keys()]])),
      ),
  );
  const changes = sends
    .filter((send) => send.state !== 'waiting' || send.batch !== null)
    .map((before) => ({ before, after: afterVerdict(before, byRef.get(before.id), batch, now) }));
  await writeSends(trx, changes, now);
  await trx('message_batches')
    .where('id', batch)
    .whereNull('closed_at')
    .update({ closed_at: new Date(now) });
}
