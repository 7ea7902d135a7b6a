import type { Knex } from 'knex';
import type { LockedMessage } from './message-lock.ts';
import { readSends } from './message-send-row.ts';
import { HAND_OVER_WITHIN_MS, isTooLate, tooLate } from './message-send-rules.ts';
import { writeSends } from './message-write.ts';

/** Rows of one statement; the others are the next claim's. */
const CHUNK = 2_500;

/**
 * Fails what waits, could go now, and was to be handed over by now. `asleep`: advertising waits for the morning. Runs in
 * a transaction that holds the message's lock.
 */
export async function failTooLate(
  trx: Knex,
  message: LockedMessage,
  { now, asleep }: { now: number; asleep: boolean },
): Promise<void> {
  const before = now - HAND_OVER_WITHIN_MS;
  // Spares every claim of the first day the question.
  if (message.due_at.getTime() > before) return;
  const waiting = await readSends(trx, (select) => {
    select.where({ 's.message': message.id, 's.state': 'waiting' }).where('s.due_at', '<=', new Date(now));
    if (asleep) select.where('r.night', true);
    return select.where('s.created_at', '<=', new Date(before)).limit(CHUNK);
  });
  const late = waiting.filter((send) => isTooLate(send, now));
  await writeSends(
    trx,
    late.map((send) => ({ before: send, after: tooLate(send, now) })),
    now,
  );
}
