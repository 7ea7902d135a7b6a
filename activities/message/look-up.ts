import type { LookupQuestion, ProviderWord } from '../../contracts/message/provider.ts';
import type { MessageWorld } from './ledger.ts';
import { lookMs, staleSubmittedMs } from './timing.ts';
import type { MessageActivities } from './types.ts';

/** Asks the provider for sends without a report, in groups of its batch size, and writes down what it says. */
export const createLookUp =
  ({ ledger, provider, now, warn }: MessageWorld): MessageActivities['lookUp'] =>
  async ({ message }) => {
    const { capabilities } = provider;
    const limit = capabilities.batch;
    const staleMs = staleSubmittedMs(capabilities);
    const askedAt = now();
    const questions = await ledger.open(message, {
      staleSubmittedMs: staleMs,
      pollMs: capabilities.pollMs,
      now: askedAt,
      limit,
    });
    const words = questions.length === 0 ? [] : await ask();
    const learnt = words.length === 0 ? 0 : await ledger.applyWords(words);
    await ledger.closeOverdue(message, capabilities.reportWithinMs, now());
    const figures = await ledger.figures(message);
    const more = questions.length === limit;
    return { asked: questions.length, learnt, more, lookMs: lookMs(capabilities), figures };

    async function ask(): Promise<readonly ProviderWord[]> {
      try {
        return believable(questions, await provider.lookup(questions), askedAt - staleMs);
      } catch (error) {
        warn('a provider threw in a look-up', error);
        return [];
      }
    }
  };

/**
 * "Never heard of it" lets a text go again, so it counts only for one that the provider never accepted, and that was
 * handed over before `staleAt`: a request that nobody waits for any more may still be on its way to the provider.
 */
function believable(
  questions: readonly LookupQuestion[],
  words: readonly ProviderWord[],
  staleAt: number,
): ProviderWord[] {
  const doubtful = questions.filter((one) => one.providerId === null && one.submittedAt <= staleAt);
  const refs = new Set(doubtful.map(({ ref }) => ref));
  return words.filter((word) => word.kind !== 'absent' || ('ref' in word.by && refs.has(word.by.ref)));
}
