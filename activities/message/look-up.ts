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
    const questions = await ledger.open(message, {
      staleSubmittedMs: staleSubmittedMs(capabilities),
      pollMs: capabilities.pollMs,
      now: now(),
      limit,
    });
    const words = questions.length === 0 ? [] : await ask();
    const learnt = words.length === 0 ? 0 : await ledger.applyWords(provider.name, words);
    await ledger.closeOverdue(message, capabilities.reportWithinMs, now());
    const figures = await ledger.figures(message);
    const more = questions.length === limit;
    return { asked: questions.length, learnt, more, lookMs: lookMs(capabilities), figures };

    async function ask(): Promise<readonly ProviderWord[]> {
      try {
        return believable(questions, await provider.lookup(questions));
      } catch (error) {
        warn('a provider threw in a look-up', error);
        return [];
      }
    }
  };

/** "Never heard of it" is no answer for a text that the provider once accepted: it would be sent twice. */
function believable(questions: readonly LookupQuestion[], words: readonly ProviderWord[]): ProviderWord[] {
  const accepted = new Set(questions.filter(({ providerId }) => providerId !== null).map(({ ref }) => ref));
  return words.filter((word) => word.kind !== 'absent' || ('ref' in word.by && !accepted.has(word.by.ref)));
}
