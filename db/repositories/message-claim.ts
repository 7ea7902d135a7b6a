import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { MessageChannel, ProviderName } from '../../contracts/message/kinds.ts';
import { adAllowedAt } from '../../contracts/message/night.ts';
import { failTooLate } from './message-late.ts';
import { type LockedMessage, lockMessage } from './message-lock.ts';
import { type OutcomeChange, setOutcomes } from './message-outcomes.ts';
import { readSends } from './message-send-row.ts';
import { withoutSender } from './message-send-rules.ts';
import type { Claim, ClaimedText } from './message-sends.ts';
import { writeSends } from './message-write.ts';

type Options = { limit: number; now: number; provider?: ProviderName };

/** See `MessageSends.claim`. Runs in a transaction. */
export async function claimTexts(trx: Knex, actor: Actor, id: string, options: Options): Promise<Claim> {
  const message = await lockMessage(trx, actor, id);
  const nothing = { tenant: message.tenant, batch: null, texts: [], nextDueAt: null };
  if (message.state === 'cancelled') return nothing;
  const asleep = morningFor(message, options.now) !== undefined;
  await failTooLate(trx, message, { now: options.now, asleep });
  const due = await dueSends(trx, message, { ...options, asleep });
  const wanted = await leaveOut(trx, message, due, new Date(options.now));
  const left = await withSender(trx, message, wanted, options.now);
  const texts = await take(trx, message, left, options);
  return { ...texts, tenant: message.tenant, nextDueAt: await nextDueAt(trx, message, options.now) };
}

/** When advertising of this message may go to those without a consent for the night; undefined: now. */
function morningFor(message: Pick<LockedMessage, 'purpose'>, now: number): number | undefined {
  if (message.purpose !== 'ad') return undefined;
  const at = adAllowedAt(now, false);
  return at > now ? at : undefined;
}

/** In the order of the list, so that whoever stands first in it is texted first. */
async function dueSends(
  trx: Knex,
  message: LockedMessage,
  { limit, now, asleep }: Options & { asleep: boolean },
): Promise<string[]> {
  const select = trx('message_sends as s')
    .join('message_recipients as r', 'r.id', 's.recipient')
    .where({ 's.message': message.id, 's.state': 'waiting' })
    .where('s.due_at', '<=', new Date(now));
  if (asleep) select.where('r.night', true);
  const found = await select
    .select<{ id: string }[]>('s.id')
    .orderBy(['s.due_at', 'r.position'])
    .limit(limit)
    .forUpdate('s')
    .skipLocked();
  return found.map((send) => send.id);
}

/** Whoever opted out, or took his consent back, since the message was accepted is sent nothing more. */
async function leaveOut(
  trx: Knex,
  { purpose }: LockedMessage,
  due: readonly string[],
  now: Date,
): Promise<string[]> {
  if (due.length === 0) return [];
  const { rows } = (await trx.raw(UNWANTED, [purpose, [...due]])) as { rows: Unwanted[] };
  if (rows.length === 0) return [...due];
  const ids = new Set(rows.map((send) => send.id));
  await trx('message_sends')
    .whereIn('id', [...ids])
    .update({ state: 'cancelled', settled_at: now, reason: 'opted out' });
  await setOutcomes(trx, rows.map(outcomeOf));
  return due.filter((id) => !ids.has(id));
}

type Unwanted = { id: string; recipient: string; first: boolean; optedOut: boolean };

const outcomeOf = ({ recipient, first, optedOut }: Unwanted): OutcomeChange =>
  first
    ? { recipient, outcome: 'excluded', exclusion: optedOut ? 'opted-out' : 'no-consent' }
    : { recipient, outcome: 'failed' };

const UNWANTED = `
  select * from (
    select s.id, s.recipient, s.round = 1 and s.step = 0 and s.tries = 0 as first,
      exists (select from opt_outs as o
        where o.tenant = r.tenant and o.digits = r.digits and (o.scope = 'all' or p.purpose = 'ad')) as "optedOut",
      p.purpose = 'ad' and not exists (select from ad_consents as c
        where c.tenant = r.tenant and c.digits = r.digits and c.withdrawn_at is null) as withdrawn
    from message_sends as s
    join message_recipients as r on r.id = s.recipient
    cross join (select ?::text as purpose) as p
    where s.id = any (?::uuid[])
  ) as judged where "optedOut" or withdrawn`;

/**
 * A number that was rejected or removed since the message was accepted is no sender any more (전기통신사업법
 * 제84조의2): what would leave by it fails. An Alimtalk comes from a channel of Kakao's and not from a number.
 */
async function withSender(
  trx: Knex,
  { tenant, sender }: LockedMessage,
  ids: readonly string[],
  now: number,
): Promise<readonly string[]> {
  if (ids.length === 0) return ids;
  const verified = trx('sender_numbers').select('id').where({ tenant, digits: sender, state: 'verified' });
  if ((await verified).length > 0) return ids;
  const sends = await readSends(trx, (select) =>
    select.where(trx.raw('s.id = any (?)', [[...ids]])).whereNot('s.channel', 'alimtalk'),
  );
  await writeSends(
    trx,
    sends.map((before) => ({ before, after: withoutSender(before, now) })),
    now,
  );
  const failed = new Set(sends.map((send) => send.id));
  return ids.filter((id) => !failed.has(id));
}

async function take(
  trx: Knex,
  message: LockedMessage,
  ids: readonly string[],
  { now, provider = message.provider }: Options,
): Promise<{ batch: string | null; texts: ClaimedText[] }> {
  if (ids.length === 0) return { batch: null, texts: [] };
  const at = new Date(now);
  const batch = randomUUID();
  await trx('message_batches').insert({ id: batch, message: message.id, provider, created_at: at });
  const { rows } = (await trx.raw(TAKE, [batch, provider, at, [...ids]])) as { rows: TakenRow[] };
  await trx('messages')
    .where('id', message.id)
    .update({ state: 'active', provider, sent_at: message.sent_at ?? at });
  return { batch, texts: rows.map((row) => toText(message, row)) };
}

type TakenRow = {
  id: string;
  channel: MessageChannel;
  step: number;
  digits: string;
  text: string;
  fallback_text: string | null;
  variables: Record<string, string>;
};

/** The compare-and-set: only what still waits is taken. */
const TAKE = `
  with taken as (
    update message_sends set state = 'submitting', batch = ?, provider = ?, submitted_at = ?, looked_at = null,
      code = null, reason = null, tries = tries + 1
    where id = any (?::uuid[]) and state = 'waiting'
    returning id, recipient, channel, step
  )
  select taken.id, taken.channel, taken.step, r.digits, r.text, r.fallback_text, r.variables
  from taken join message_recipients as r on r.id = taken.recipient
  order by r.position`;

function toText(message: LockedMessage, row: TakenRow): ClaimedText {
  const { alimtalk_channel: channel, alimtalk_code: template } = message;
  const kakao = row.channel === 'alimtalk' && channel !== null && template !== null;
  return {
    ref: row.id,
    channel: row.channel,
    purpose: message.purpose,
    from: message.sender,
    to: row.digits,
    subject: row.channel === 'lms' || row.channel === 'mms' ? message.subject : null,
    text: row.step === 1 ? (row.fallback_text ?? row.text) : row.text,
    image: row.channel === 'mms' ? message.image : null,
    alimtalk: kakao ? { channel, template, variables: row.variables } : null,
  };
}

/** When the next waiting send may go, ms; at night that of advertising in the morning. */
export async function nextDueAt(
  trx: Knex,
  message: Pick<LockedMessage, 'id' | 'purpose'>,
  now: number,
): Promise<number | null> {
  const morning = morningFor(message, now);
  const select = trx('message_sends as s').where({ 's.message': message.id, 's.state': 'waiting' });
  if (morning === undefined) select.select(trx.raw('min(s.due_at) as due'));
  else
    select
      .join('message_recipients as r', 'r.id', 's.recipient')
      .select(
        trx.raw('min(case when r.night then s.due_at else greatest(s.due_at, ?) end) as due', [
          new Date(morning),
        ]),
      );
  const [row] = (await select) as { due: Date | null }[];
  return row?.due?.getTime() ?? null;
}
