import type { Knex } from 'knex';
import type { RecipientOutcome } from '../../contracts/message/kinds.ts';
import { jsonRows } from '../json-rows.ts';

/** What becomes of a recipient; `excluded` needs its reason. */
export type OutcomeChange = {
  recipient: string;
  outcome: RecipientOutcome;
  exclusion?: 'opted-out' | 'no-consent';
};

/**
 * Sets outcomes of recipients and moves the counts of their messages in the same statement. The messages are locked by
 * the transaction, else two of these could both read the outcome before.
 */
export async function setOutcomes(trx: Knex, changes: readonly OutcomeChange[]): Promise<void> {
  if (changes.length > 0) await trx.raw(SET_OUTCOMES, [jsonRows(changes)]);
}

const COUNTED = ['delivered', 'failed', 'unknown', 'excluded', 'cancelled'] as const;

const moved = (outcome: string): string => `${outcome} = messages.${outcome} + sums.${outcome}`;

const sum = (outcome: string): string =>
  `(count(*) filter (where becomes = '${outcome}') - count(*) filter (where was = '${outcome}'))::int as ${outcome}`;

const SET_OUTCOMES = `
  with changes as materialized (
    select r.id, r.message, r.outcome as was, c.outcome as becomes, c.exclusion
    from jsonb_to_recordset(?::jsonb) as c(recipient uuid, outcome text, exclusion text)
    join message_recipients as r on r.id = c.recipient
    where r.outcome <> c.outcome
  ), done as (
    update message_recipients set outcome = changes.becomes, exclusion = changes.exclusion
    from changes where message_recipients.id = changes.id
  ), sums as (
    select message, ${COUNTED.map(sum).join(', ')} from changes group by message
  )
  update messages set ${COUNTED.map(moved).join(', ')}
  from sums where messages.id = sums.message`;
