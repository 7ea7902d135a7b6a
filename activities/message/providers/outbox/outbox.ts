import { MESSAGE_CHANNELS } from '../../../../contracts/message/kinds.ts';
import type { MessageProvider, OutgoingText } from '../../../../contracts/message/provider.ts';

/** Where texts are kept that nobody sends: one row for each `ref`, however often it is kept. */
export type OutboxStore = {
  keep(texts: readonly OutgoingText[]): Promise<void>;
  /** Instants, ms, of those that are there. */
  keptAt(refs: readonly string[]): Promise<ReadonlyMap<string, number>>;
};

/**
 * The provider of an installation without a contract: texts are kept in the database and shown as a phone would show
 * them. It sends nothing; a kept text counts as delivered at the first look-up.
 */
export const createOutbox = (store: OutboxStore): MessageProvider => ({
  name: 'outbox',
  capabilities: {
    channels: MESSAGE_CHANNELS,
    batch: 500,
    sendWithinMs: 10_000,
    pollMs: 100,
    reportWithinMs: 24 * 3_600_000,
    reports: false,
    inbound: false,
  },
  async send({ texts }) {
    try {
      await store.keep(texts);
      return texts.map(({ ref }) => ({ ref, kind: 'accepted', providerId: ref }));
    } catch {
      // The connection may have gone after the database took them.
      return texts.map(({ ref }) => ({ ref, kind: 'unknown', reason: 'the database did not answer' }));
    }
  },
  async lookup(questions) {
    const kept = await store.keptAt(questions.map(({ ref }) => ref));
    return questions.map(({ ref }) => {
      const at = kept.get(ref);
      return at === undefined
        ? { by: { ref }, kind: 'absent' }
        : { by: { ref }, kind: 'delivered', at, providerId: ref };
    });
  },
  parseReport: () => ({ kind: 'refused', reason: 'nobody reports to the outbox' }),
});
