import type { MessageChannel } from './kinds.ts';
import type { PlanFacts, PlannedRecipient } from './plan-facts.ts';

type Sent = readonly Pick<PlannedRecipient, 'channel' | 'fallback'>[];

/** How many of the texts go as what. */
export function countChannels(sent: Sent): Record<MessageChannel, number> {
  const channels = { sms: 0, lms: 0, mms: 0, alimtalk: 0 };
  for (const { channel } of sent) channels[channel]++;
  return channels;
}

function cost(channels: readonly MessageChannel[], prices: PlanFacts['prices']): number | null {
  let won = 0;
  for (const channel of channels) {
    const price = prices[channel];
    if (price === undefined) return null;
    won += price;
  }
  // Prices have at most four decimals; a sum of 10,000 floats has more.
  return Math.round(won * 10_000) / 10_000;
}

/** Won if all arrive, and if every Alimtalk failed and became a text; null where a price is missing. */
export const estimateOf = (
  sent: Sent,
  prices: PlanFacts['prices'],
): { estimate: number | null; estimateAtMost: number | null } => ({
  estimate: cost(
    sent.map(({ channel }) => channel),
    prices,
  ),
  estimateAtMost: cost(
    sent.map(({ channel, fallback }) => fallback?.channel ?? channel),
    prices,
  ),
});
