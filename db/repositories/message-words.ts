import type { Knex } from 'knex';
import type { TenantId } from '../../contracts/ids.ts';
import type { ProviderName } from '../../contracts/message/kinds.ts';
import type { ProviderWord } from '../../contracts/message/provider.ts';
import { lockMessages } from './message-lock.ts';
import { type LedgerSend, readSends } from './message-send-row.ts';
import { afterWord } from './message-send-rules.ts';
import type { ChangedMessage } from './message-sends.ts';
import { type SendChange, writeSends } from './message-write.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** See `MessageSends.applyWords`. Runs in a transaction. */
export async function applyProviderWords(
  trx: Knex,
  provider: ProviderName,
  words: readonly ProviderWord[],
  now: number,
): Promise<{ messages: ChangedMessage[] }> {
  const about = namedIn(trx, provider, words);
  const messages = [...new Set((await about()).map((send) => send.message))];
  if (messages.length === 0) return { messages: [] };
  await lockMessages(trx, messages);
  // Read again: what was in the locks' way may have changed all of it.
  const sends = (await about()).filter((send) => messages.includes(send.message));
  const changes = decide(sends, words, now);
  const fallbacks = await writeSends(trx, changes, now);
  return { messages: await figuresOf(trx, changes, fallbacks) };
}

/**
 * The sends that words name: by our reference or by the provider's. Only of this provider, and only what was handed to
 * it: nobody else's word, and none about a text that never left, counts.
 */
function namedIn(
  trx: Knex,
  provider: ProviderName,
  words: readonly ProviderWord[],
): () => Promise<LedgerSend[]> {
  const refs = words.flatMap(({ by }) => ('ref' in by && UUID.test(by.ref) ? [by.ref] : []));
  const ids = words.flatMap(({ by }) => ('providerId' in by ? [by.providerId] : []));
  return () =>
    readSends(trx, (select) =>
      select
        .where('s.provider', provider)
        .where((own) =>
          own
            .where(trx.raw('s.id = any (?::uuid[])', [refs]))
            .orWhere(trx.raw('s.provider_id = any (?)', [ids])),
        ),
    );
}

/** Words that name the provider's id come first: others of the same report may be known by it only. */
function decide(sends: readonly LedgerSend[], words: readonly ProviderWord[], now: number): SendChange[] {
  const present = new Map(sends.map((send) => [send.id, send]));
  const inOrder = words.toSorted((a, b) => Number(b.kind === 'accepted') - Number(a.kind === 'accepted'));
  for (const word of inOrder) {
    const send = find(present, word);
    if (send !== undefined) present.set(send.id, afterWord(send, word, now));
  }
  return sends.map((before) => ({ before, after: present.get(before.id) ?? before }));
}

/** Undefined also when two have the same id of the provider: which one is meant, only a look-up by our reference tells. */
function find(sends: ReadonlyMap<string, LedgerSend>, { by }: ProviderWord): LedgerSend | undefined {
  if ('ref' in by) return sends.get(by.ref);
  const [one, ...others] = [...sends.values()].filter((send) => send.providerId === by.providerId);
  return others.length === 0 ? one : undefined;
}

async function figuresOf(
  trx: Knex,
  changes: readonly SendChange[],
  fallbacks: readonly LedgerSend[],
): Promise<ChangedMessage[]> {
  const tenants = new Map<string, TenantId>(changes.map(({ before }) => [before.message, before.tenant]));
  const figures: ChangedMessage[] = [];
  for (const [id, tenant] of tenants) {
    const own = changes.filter(({ before }) => before.message === id);
    figures.push({
      id,
      tenant,
      changed: own.filter(({ before, after }) => before !== after).length,
      fallbacks: fallbacks.filter((send) => send.message === id).length,
      open: await openUpTo100(trx, id),
    });
  }
  return figures;
}

async function openUpTo100(trx: Knex, message: string): Promise<number> {
  const open = await trx('message_sends')
    .select('id')
    .where('message', message)
    .whereIn('state', ['waiting', 'submitting', 'accepted'])
    .limit(100);
  return open.length;
}
