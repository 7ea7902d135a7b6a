import type { PriceView } from '../../../../contracts/api/usage.ts';

export type PriceState = 'now' | 'next' | 'past';

/** Whether a price is in force on a day (both `2026-09-21`); `until` is the last day that it is. */
export function priceState({ from, until }: Pick<PriceView, 'from' | 'until'>, day: string): PriceState {
  if (from > day) return 'next';
  return until !== null && until < day ? 'past' : 'now';
}
