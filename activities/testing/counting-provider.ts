import { MESSAGE_CHANNELS } from '../../contracts/message/kinds.ts';
import type { MessageProvider, OutgoingText, SendVerdict } from '../../contracts/message/provider.ts';

export type CountingProvider = MessageProvider & {
  /** How often each text was accepted, by `ref`. */
  readonly accepted: Map<string, number>;
  /** Accepts texts as a provider that works does. */
  accept(texts: readonly OutgoingText[]): SendVerdict[];
};

/** A provider in memory that delivers what it accepts and counts it; tests give it faults. */
export function createCountingProvider(own: Partial<MessageProvider> = {}): CountingProvider {
  const accepted = new Map<string, number>();
  const accept = (texts: readonly OutgoingText[]): SendVerdict[] =>
    texts.map(({ ref }) => {
      accepted.set(ref, (accepted.get(ref) ?? 0) + 1);
      return { ref, kind: 'accepted', providerId: `p-${ref}` };
    });
  return {
    name: 'webhook',
    capabilities: {
      channels: MESSAGE_CHANNELS,
      batch: 10,
      sendWithinMs: 10_000,
      pollMs: 1_000,
      reportWithinMs: 3_600_000,
      reports: false,
      inbound: false,
    },
    accepted,
    accept,
    send: async ({ texts }) => accept(texts),
    lookup: async (questions) =>
      questions.map(({ ref }) =>
        accepted.has(ref) ? { by: { ref }, kind: 'delivered', at: 1 } : { by: { ref }, kind: 'absent' },
      ),
    parseReport: () => ({ kind: 'refused', reason: 'none' }),
    ...own,
  };
}

/** Texts to so many people. */
export const someTexts = (count: number): OutgoingText[] =>
  Array.from({ length: count }, (_, n) => ({
    ref: `ref-${n}`,
    channel: 'sms',
    purpose: 'info',
    from: '15880000',
    to: `010${String(10_000_000 + n)}`,
    subject: null,
    text: `text ${n}`,
    image: null,
    alimtalk: null,
  }));
