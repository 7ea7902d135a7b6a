import type { Knex } from 'knex';
import { type Actor, idOf } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { MessageState } from '../../contracts/message/kinds.ts';
import type { PlannedRecipient } from '../../contracts/message/plan-facts.ts';
import { cleanText, jsonRows } from '../json-rows.ts';
import { requireTenant } from '../visibility.ts';
import type { AcceptedMessage } from './messages.ts';

type Accepted = { id: string; state: MessageState; existed: boolean };

/** Rows of one statement: some 10,000 recipients in one would near the time that a statement may take. */
const CHUNK = 2_500;

/** Writes the message with everything that its first round needs. Runs in a transaction. */
export async function insertMessage(trx: Knex, actor: Actor, message: AcceptedMessage): Promise<Accepted> {
  requireTenant(actor, message.tenant);
  const state: MessageState = message.scheduled ? 'scheduled' : 'starting';
  // Waits for another transaction with the same key, and then inserts nothing.
  const made = await trx('messages')
    .insert(columnsOf(actor, message, state))
    .onConflict(['tenant', 'key'])
    .ignore()
    .returning('id');
  if (made.length === 0) return existing(trx, message);
  const { recipients } = message.plan;
  for (let from = 0; from < recipients.length; from += CHUNK)
    await insertRecipients(trx, message, recipients.slice(from, from + CHUNK));
  await noteInThread(trx, message);
  return { id: message.id, state, existed: false };
}

async function existing(trx: Knex, { tenant, key, contentHash }: AcceptedMessage): Promise<Accepted> {
  const [there] = await trx('messages')
    .select<{ id: string; state: MessageState; content_hash: string }[]>('id', 'state', 'content_hash')
    .where({ tenant, key });
  if (there === undefined)
    throw new CallwrightError('server/bug', 'a message that was in the way is not there');
  if (there.content_hash !== contentHash) throw keyTaken();
  return { id: there.id, state: there.state, existed: true };
}

/** The same key with another content: which of the two was meant, nobody can tell. */
export const keyTaken = (): CallwrightError =>
  new CallwrightError('request/conflict', 'this key belongs to a message with other content: take a new key');

function columnsOf(actor: Actor, message: AcceptedMessage, state: MessageState): object {
  const { plan } = message;
  return {
    id: message.id,
    tenant: message.tenant,
    key: message.key,
    content_hash: message.contentHash,
    purpose: plan.purpose,
    channel: plan.channel,
    sender: plan.sender,
    subject: plan.subject === null ? null : cleanText(plan.subject),
    body: cleanText(plan.body),
    template: plan.template,
    alimtalk_channel: message.alimtalk?.channel ?? null,
    alimtalk_code: message.alimtalk?.code ?? null,
    image: plan.image,
    fallback: plan.fallback,
    origin: message.origin,
    origin_ref: message.originRef,
    created_by: idOf(actor),
    provider: message.provider,
    state,
    due_at: new Date(plan.dueAt),
    longest_bytes: plan.longestBytes,
    total: plan.recipients.length,
    excluded: plan.recipients.filter((recipient) => recipient.exclusion !== null).length,
  };
}

const toInput = (recipient: PlannedRecipient): object => ({
  position: recipient.row,
  digits: recipient.digits,
  name: recipient.name,
  text: recipient.text,
  channel: recipient.channel,
  fallback_channel: recipient.fallback?.channel ?? null,
  fallback_text: recipient.fallback?.text ?? null,
  variables: recipient.variables,
  night: recipient.night,
  exclusion: recipient.exclusion,
  due_at: new Date(recipient.dueAt),
});

const insertRecipients = (
  trx: Knex,
  { id, tenant }: AcceptedMessage,
  recipients: readonly PlannedRecipient[],
): Knex.Raw => trx.raw(INSERT_RECIPIENTS, [jsonRows(recipients.map(toInput)), id, tenant, id, tenant]);

const INSERT_RECIPIENTS = `
  with input as materialized (
    select * from jsonb_to_recordset(?::jsonb) as x(position int, digits text, name text, text text, channel text,
      fallback_channel text, fallback_text text, variables jsonb, night boolean, exclusion text, due_at timestamptz)
  ), kept as (
    insert into message_recipients (id, message, tenant, position, digits, name, text, channel, fallback_channel,
      fallback_text, variables, night, outcome, exclusion)
    select gen_random_uuid(), ?, ?, position, digits, name, text, channel, fallback_channel, fallback_text, variables,
      night, case when exclusion is null then 'pending' else 'excluded' end, exclusion
    from input
    returning id, position, channel, outcome
  )
  insert into message_sends (id, recipient, message, tenant, round, step, channel, due_at)
  select gen_random_uuid(), kept.id, ?, ?, 1, 0, kept.channel, input.due_at
  from kept join input using (position)
  where kept.outcome = 'pending'`;

/**
 * A text to one person moves their thread up. Texts to many do not: their rows would be locked in the order of a list,
 * and the thread is no conversation then.
 */
async function noteInThread(trx: Knex, { tenant, plan }: AcceptedMessage): Promise<void> {
  const [only, ...more] = plan.recipients;
  if (only === undefined || more.length > 0) return;
  await trx('text_threads')
    .where({ tenant, ours: plan.sender, other: only.digits })
    .update({ last_at: trx.raw('greatest(last_at, ?)', [new Date(plan.dueAt)]) });
}
