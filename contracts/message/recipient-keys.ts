import { readNumber } from '../number/read-number.ts';

/**
 * Canonical digits of everybody in a request, once each and without what is no number: the keys by which opt-outs and
 * consents are looked up for a plan.
 */
export function recipientKeys(recipients: readonly { number: string }[]): string[] {
  const keys = new Set<string>();
  for (const { number } of recipients) {
    const read = readNumber(number);
    if (read !== undefined) keys.add(read.key);
  }
  return [...keys];
}
