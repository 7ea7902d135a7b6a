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
  const apply = (word: ProviderWord, ref: string | undefined): void => {
    const send = ref === undefined ? undefined : present.get(ref);
    if (send !== undefined) present.set(send.id, afterWord(send, word, now));
  };
  for (const word of words) if (word.kind === 'accepted' && 'ref' in word.by) apply(word, word.by.ref);
  const byProviderId = refsByProviderId([...present.values()]);
  for (const word of words) {
    const { by } = word;
    apply(word, 'ref' in by ? by.ref : byProviderId.get(by.providerId));
  }
  return sends.map((before) => ({ before, after: present.get(before.id) ?? before }));
}

/** Without those that two have: which one is meant, only a look-up by our reference tells. */
function refsByProviderId(sends: readonly LedgerSend[]): Map<string, string> {
  const named = sends.flatMap(({ id, providerId }) =>
    providerId === null ? [] : [[providerId, id] as const],
  );
  const refs = new Map(named);
  for (const [providerId, id] of named) if (refs.get(providerId) !== id) refs.delete(providerId);
  return refs;
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
