import type { Knex } from 'knex';
import type { Messages, RecipientPage, RecipientRow, SendRow } from './messages.ts';

type RecipientRecord = Omit<RecipientRow, 'sends'>;

type SendRecord = Omit<SendRow, 'providerId' | 'acceptedAt' | 'settledAt'> & {
  recipient: string;
  provider_id: string | null;
  accepted_at: Date | null;
  settled_at: Date | null;
};

/** Recipients of a message that the actor may see, each with its hand-overs. */
export async function listRecipients(
  knex: Knex,
  message: string,
  { outcome, after, limit }: Parameters<Messages['recipients']>[2],
): Promise<RecipientPage> {
  const select = knex('message_recipients')
    .select<RecipientRecord[]>('id', 'position', 'digits', 'name', 'text', 'channel', 'outcome', 'exclusion')
    .where('message', message);
  if (outcome !== undefined) select.where('outcome', outcome);
  if (after !== undefined) select.where('position', '>', after);
  const found = await select.orderBy('position').limit(limit + 1);
  const records = found.slice(0, limit);
  const sends = await sendsOf(
    knex,
    records.map((record) => record.id),
  );
  const recipients = records.map(
    (record): RecipientRow => ({ ...record, sends: sends.get(record.id) ?? [] }),
  );
  return { recipients, next: found.length > limit ? (recipients.at(-1)?.position ?? null) : null };
}

async function sendsOf(knex: Knex, recipients: readonly string[]): Promise<Map<string, SendRow[]>> {
  const columns = 'id recipient round step channel state code reason provider_id accepted_at settled_at';
  const records = await knex('message_sends')
    .select<SendRecord[]>(columns.split(' '))
    .whereIn('recipient', recipients)
    .orderBy(['recipient', 'round', 'step']);
  const sends = new Map<string, SendRow[]>();
  for (const { recipient, provider_id, accepted_at, settled_at, ...plain } of records) {
    const row = {
      ...plain,
      providerId: provider_id,
      acceptedAt: accepted_at?.getTime() ?? null,
      settledAt: settled_at?.getTime() ?? null,
    };
    const before = sends.get(recipient);
    if (before === undefined) sends.set(recipient, [row]);
    else before.push(row);
  }
  return sends;
}
