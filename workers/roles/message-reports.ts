import type { MessageReports } from '../../api/message-reports/message-reports.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import type { MessageProvider, ProviderWord } from '../../contracts/message/provider.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { MessageReported } from '../../db/repositories/message-reported.ts';
import type { MessageNews } from './message-news.ts';
import { createReportedTexts } from './reported-texts.ts';

const actor = systemActor('api');

export type MessageReportsParts = {
  provider: MessageProvider;
  secret: string;
  tables: Pick<Repositories, 'messageSends' | 'inboundTexts' | 'optOuts'>;
  reported: MessageReported;
  news: Pick<MessageNews, 'tell'>;
  warn(what: string, error?: unknown): void;
  /** ms since the epoch. */
  now?: () => number;
  /** Calls back after so many ms, once; for unsigned reports. */
  later?: (ms: number, run: () => void) => void;
};

/**
 * Takes the provider's reports: signed ones are written down, each word once, before they are answered; of unsigned ones
 * only whom they are about is believed, and the provider is asked. Workflows then hear that there is news.
 */
export function createMessageReports(
  parts: MessageReportsParts,
): MessageReports & { close(): Promise<void> } {
  const { provider, secret, tables, reported, news, warn, now = Date.now } = parts;

  async function apply(words: readonly ProviderWord[]): Promise<void> {
    if (words.length === 0) return;
    const { messages } = await tables.messageSends.applyWords(actor, provider.name, words, now());
    news.tell(messages.filter(({ changed }) => changed > 0));
  }
  const texts = createReportedTexts({
    async ask(names) {
      const questions = await reported.questions(actor, provider.name, names);
      if (questions.length === 0) return;
      const words = await provider.lookup(questions);
      await apply(words.filter(({ kind }) => kind !== 'absent'));
    },
    warn: (error) => warn('reported texts could not be asked for', error),
    ...(parts.later === undefined ? {} : { later: parts.later }),
  });
  return {
    provider: provider.name,
    secret,
    close: texts.close,
    async receive(request) {
      const verdict = provider.parseReport(request);
      if (verdict.kind === 'look-up') texts.note(verdict.by);
      if (verdict.kind === 'refused' || verdict.kind === 'malformed') {
        warn(`a report was ${verdict.kind}: ${verdict.reason}`);
        return verdict.kind;
      }
      if (verdict.kind === 'words') {
        // Whoever wants no more texts comes first: his may be the next to leave.
        if (verdict.optOuts.length > 0) await tables.optOuts.fromProvider(actor, verdict.optOuts);
        if (verdict.inbound.length > 0)
          await tables.inboundTexts.record(actor, provider.name, verdict.inbound);
        await apply(verdict.words);
      }
      return 'taken';
    },
  };
}
