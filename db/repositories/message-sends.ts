import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { ProviderName } from '../../contracts/message/kinds.ts';
import type { MessageFigures } from '../../contracts/message/names.ts';
import type {
  LookupQuestion,
  OutgoingText,
  ProviderWord,
  SendVerdict,
} from '../../contracts/message/provider.ts';
import { query } from '../errors.ts';
import { requireSystem } from '../visibility.ts';
import { claimTexts, nextDueAt } from './message-claim.ts';
import { closeOverdueSends, openQuestions } from './message-questions.ts';
import { applyVerdicts } from './message-verdicts.ts';
import { applyProviderWords } from './message-words.ts';

/** A text in a worker's hands; `image` names the JPEG, whose bytes the worker reads once for all. */
export type ClaimedText = Omit<OutgoingText, 'image'> & { image: string | null };

export type Claim = {
  tenant: TenantId;
  /** Null: nothing was due. */
  batch: string | null;
  texts: ClaimedText[];
  /** When the next waiting one may go, ms; null when none waits. */
  nextDueAt: number | null;
};

/**
 * A message that words were about. `changed`: sends that learnt something; `fallbacks`: SMS that now wait; `open`: sends
 * that are not settled, counted up to 100.
 */
export type ChangedMessage = {
  id: string;
  tenant: TenantId;
  changed: number;
  fallbacks: number;
  open: number;
};

/**
 * The ledger of hand-overs, for our own processes. Every change is made under the lock of the message's row, so that two
 * of them never see the same state.
 */
export type MessageSends = {
  /**
   * Takes waiting texts whose time has come into a new hand-over, each by compare-and-set: no two claims get the same.
   * They go in the order of the list. What could have gone a day ago fails as `too-late` instead.
   * Advertising stays where it is between 21:00 and 08:00 in Seoul, but for those who agreed to the night; whoever opted
   * out since is left out. A message that is called off gives nothing; a first claim makes it `active`.
   * `now` in ms; `limit`: the provider's longest batch; `provider`: who is to send, the message's own unless told.
   */
  claim(
    actor: Actor,
    message: string,
    options: { limit: number; now: number; provider?: ProviderName },
  ): Promise<Claim>;
  /** What the provider calls the hand-over; written before anything is sent by it. */
  setHandle(actor: Actor, batch: string, handle: string): Promise<void>;
  /**
   * Writes down what came of a hand-over. `later` waits again, for a day in all; `unknown`, and texts
   * without a verdict, stay `submitting` for the look-up. Repeating it changes nothing. `now` in ms.
   */
  settleVerdicts(actor: Actor, batch: string, verdicts: readonly SendVerdict[], now: number): Promise<void>;
  /**
   * Sends whose fate the provider is to be asked for: hand-overs that ended unknown or are older than
   * `staleSubmittedMs`, then accepted ones without a report for `pollMs`. Each is asked for again after `pollMs`.
   */
  open(
    actor: Actor,
    message: string,
    options: { staleSubmittedMs: number; pollMs: number; now: number; limit: number },
  ): Promise<LookupQuestion[]>;
  /**
   * Applies what a provider said, each word once, in any order and however often it comes. The first outcome stays, but
   * that a late word corrects `unknown`. A failed Alimtalk makes its SMS, a delivered text its usage record, in the same
   * transaction. `absent` counts only as an answer to a question of `open`, and only without a provider's id.
   * Returns the messages that the words are about. `now` in ms.
   */
  applyWords(
    actor: Actor,
    provider: ProviderName,
    words: readonly ProviderWord[],
    now: number,
  ): Promise<{ messages: ChangedMessage[] }>;
  /** Gives up on reports: what was handed over longer ago becomes `unknown`. Returns how many. */
  closeOverdue(actor: Actor, message: string, reportWithinMs: number, now: number): Promise<number>;
  /** `now` in ms: what waits at night may go in the morning. */
  figures(actor: Actor, message: string, now: number): Promise<MessageFigures>;
};

/** Tables `message_sends` and `message_batches`. */
export function createMessageSends(knex: Knex): MessageSends {
  const inOne = async <T>(actor: Actor, work: (trx: Knex) => Promise<T>): Promise<T> => {
    requireSystem(actor);
    return query(knex.transaction(work));
  };
  return {
    claim: (actor, message, options) => inOne(actor, (trx) => claimTexts(trx, actor, message, options)),
    async setHandle(actor, batch, handle) {
      requireSystem(actor);
      await query(knex('message_batches').where('id', batch).update({ handle }));
    },
    settleVerdicts: (actor, batch, verdicts, now) =>
      inOne(actor, (trx) => applyVerdicts(trx, batch, verdicts, now)),
    open: (actor, message, options) => inOne(actor, (trx) => openQuestions(trx, actor, message, options)),
    applyWords: (actor, provider, words, now) =>
      inOne(actor, (trx) => applyProviderWords(trx, provider, words, now)),
    closeOverdue: (actor, message, reportWithinMs, now) =>
      inOne(actor, (trx) => closeOverdueSends(trx, actor, message, { reportWithinMs, now })),
    figures: (actor, message, now) =>
      inOne(actor, async (trx) => {
        const [found] = await trx('messages').select('id', 'purpose').where('id', message);
        if (found === undefined) throw new CallwrightError('request/not-found', 'no such message');
        const [row] = (await trx('message_sends')
          .where('message', message)
          .whereIn('state', ['waiting', 'submitting', 'accepted'])
          .select(
            trx.raw("count(*) filter (where state = 'waiting')::int as waiting"),
            trx.raw("count(*) filter (where state <> 'waiting')::int as open"),
          )) as { waiting: number; open: number }[];
        const { waiting, open } = row ?? { waiting: 0, open: 0 };
        return { waiting, open, nextDueAt: waiting === 0 ? null : await nextDueAt(trx, found, now) };
      }),
  };
}
