import { readNumber } from '../number/read-number.ts';
import type { Exclusion, MessagePurpose } from './kinds.ts';
import type { PlanCounts, PlanFacts } from './plan-facts.ts';
import type { RecipientInput } from './request.ts';

export type ReadRecipient = {
  digits: string;
  display: string;
  restored: boolean;
  exclusion: Exclusion | null;
  night: boolean;
};

/** Classes that an override may text (SM-22); short, 060 and foreign numbers never are. */
const OVERRIDABLE: ReadonlySet<string> = new Set(['geographic', 'voip', 'personal', 'representative', '030']);

/**
 * Decides who is texted, one after the other in the order of the request: of a number that comes twice the first
 * counts. T12: what is no mobile is left out unless its row says otherwise, and with Alimtalk always.
 */
export function createRecipientReader(
  purpose: MessagePurpose,
  alimtalk: boolean,
  facts: Pick<PlanFacts, 'optOuts' | 'consents'>,
): (recipient: RecipientInput) => ReadRecipient {
  const seen = new Set<string>();
  return ({ number, override }) => {
    const read = readNumber(number);
    if (read === undefined)
      return { digits: number, display: number, restored: false, exclusion: 'not-a-number', night: false };
    const { key, display, maySms } = read;
    const twice = seen.has(key);
    seen.add(key);
    const optOut = facts.optOuts.get(key);
    const consent = facts.consents.get(key);
    const texted = maySms || (override && !alimtalk && OVERRIDABLE.has(read.class));
    const exclusion = ((): Exclusion | null => {
      if (twice) return 'duplicate';
      if (optOut === 'all' || (optOut === 'ad' && purpose === 'ad')) return 'opted-out';
      if (purpose === 'ad' && consent === undefined) return 'no-consent';
      return texted ? null : 'not-mobile';
    })();
    const restored = read.class !== 'foreign' && read.restored;
    return { digits: key, display, restored, exclusion, night: consent?.night ?? false };
  };
}

const COUNTED = {
  'not-a-number': 'notANumber',
  'not-mobile': 'notMobile',
  duplicate: 'duplicate',
  'opted-out': 'optedOut',
  'no-consent': 'noConsent',
} as const satisfies Record<Exclusion, keyof PlanCounts>;

/** How many of each kind; `valid` are those that are texted. */
export function countRecipients(recipients: readonly { exclusion: Exclusion | null }[]): PlanCounts {
  const counts = { valid: 0, notANumber: 0, notMobile: 0, duplicate: 0, optedOut: 0, noConsent: 0 };
  for (const { exclusion } of recipients) counts[exclusion === null ? 'valid' : COUNTED[exclusion]]++;
  return counts;
}
