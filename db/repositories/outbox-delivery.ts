import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { query } from '../errors.ts';
import { requireSystem } from '../visibility.ts';
import type { MailRecord } from './outbox-row.ts';

/** A mail in a sender's hands. `attempt` names this one try: what comes back late touches no later try. */
export type ClaimedMail = { id: string; attempt: number; to: string; subject: string; body: string };

/**
 * What a try came to. `later`: certainly not sent, and worth another try after so many ms; `refused`: certainly not
 * sent and never will be; `unknown`: the server may have it, so nobody but a person sends it again.
 */
export type MailOutcome =
  | { kind: 'sent' }
  | { kind: 'later'; error: string; afterMs: number }
  | { kind: 'refused'; error: string }
  | { kind: 'unknown'; error: string };

export type MailDelivery = {
  /** Takes the longest waiting mail; undefined when none is due. Two senders never get the same try. */
  claim(actor: Actor): Promise<ClaimedMail | undefined>;
  /** False when this try no longer counts. */
  settle(actor: Actor, mail: ClaimedMail, outcome: MailOutcome): Promise<boolean>;
  /** Claims older than so many ms belong to a sender that is gone: they may have been sent. Returns how many. */
  giveUpClaims(actor: Actor, olderThanMs: number): Promise<number>;
};

const MAYBE = 'it may have been sent';

/** The sender's side of table `outbox`: every step is one compare-and-set. */
export function createMailDelivery(knex: Knex): MailDelivery {
  return {
    async claim(actor) {
      requireSystem(actor);
      const oldest = knex('outbox')
        .select('id')
        .where('state', 'queued')
        .where(knex.raw('due_at <= now()'))
        .orderBy('due_at')
        .limit(1)
        .forUpdate()
        .skipLocked();
      const [record] = await query(
        knex<MailRecord>('outbox')
          // `=` and not `in`: a plan may run the inner query of `in` once for each row, and claim them all.
          .where('id', '=', oldest)
          .where('state', 'queued')
          .update({ state: 'sending', claimed_at: knex.fn.now(), attempts: knex.raw('attempts + 1') })
          .returning(['id', 'attempts', 'to_address', 'subject', 'body']),
      );
      if (record === undefined) return undefined;
      const { id, attempts, to_address, subject, body } = record;
      return { id, attempt: attempts, to: to_address, subject, body };
    },
    async settle(actor, mail, outcome) {
      requireSystem(actor);
      const change = knex('outbox').where({ id: mail.id, attempts: mail.attempt });
      // A word that comes after the claim was given up is still the truth about this try.
      const changed = await query(
        change.whereIn('state', ['sending', 'failed']).update(columnsOf(knex, outcome)),
      );
      return changed === 1;
    },
    async giveUpClaims(actor, olderThanMs) {
      requireSystem(actor);
      return query(
        knex('outbox')
          .where('state', 'sending')
          .where(knex.raw("claimed_at < now() - ? * interval '1 millisecond'", [olderThanMs]))
          .update({ state: 'failed', last_error: `the sender stopped meanwhile: ${MAYBE}` }),
      );
    },
  };
}

function columnsOf(knex: Knex, outcome: MailOutcome): Record<string, unknown> {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', sent_at: knex.fn.now(), last_error: null };
    case 'later':
      return {
        state: 'queued',
        last_error: outcome.error,
        due_at: knex.raw("now() + ? * interval '1 millisecond'", [outcome.afterMs]),
      };
    case 'refused':
      return { state: 'failed', last_error: outcome.error };
    case 'unknown':
      return { state: 'failed', last_error: `${outcome.error}: ${MAYBE}` };
  }
}
