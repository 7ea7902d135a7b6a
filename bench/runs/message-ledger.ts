import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../../db/database.ts';

/** What the ledger says of one message. */
export type Ledger = {
  readonly delivered: number;
  /** Hand-overs that it took. */
  readonly batches: number;
  /** Accepted texts divided by the time from the first hand-over to the last acceptance. */
  readonly textsPerSecond: number;
  /** Texts in `outbox_texts`. */
  readonly kept: number;
};

const LOOK_EVERY_MS = 100;
const LONGEST_MS = 15 * 60_000;

/** Looks until the message is closed; a message that never is ends the run. */
export async function waitUntilDone({ knex }: Database, id: string): Promise<void> {
  const end = performance.now() + LONGEST_MS;
  while (performance.now() < end) {
    const row: { state: string } | undefined = await knex('messages').where({ id }).first('state');
    if (row?.state === 'done') return;
    await wait(LOOK_EVERY_MS);
  }
  throw new Error('the message was not closed: the run does not count');
}

type Row = { delivered: string; batches: string; seconds: number | null; accepted: string; kept: string };

/** Its figures, by the instants that the ledger has. */
export async function ledgerOf({ knex }: Database, id: string): Promise<Ledger> {
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `select count(*) filter (where state = 'delivered') as delivered,
            count(distinct batch) as batches,
            count(accepted_at) as accepted,
            extract(epoch from max(accepted_at) - min(submitted_at))::float as seconds,
            (select count(*) from outbox_texts where ref in (select id from message_sends where message = :id)) as kept
     from message_sends where message = :id`,
    { id },
  );
  const [row] = rows;
  if (row === undefined) throw new Error('there is no such message');
  return {
    delivered: Number(row.delivered),
    batches: Number(row.batches),
    textsPerSecond: Math.round(Number(row.accepted) / Math.max(0.001, row.seconds ?? 0)),
    kept: Number(row.kept),
  };
}
