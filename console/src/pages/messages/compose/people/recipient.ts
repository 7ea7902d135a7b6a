import type { Exclusion } from '../../../../../../contracts/message/kinds.ts';
import { type KrNumberClass, readKrNumber } from '../../../../../../contracts/number/kr-number.ts';

/** Somebody to be texted, as typed or read from a file. */
export type Recipient = {
  /** Of this page; stays the same while the number is corrected. */
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Text a number that is no mobile all the same. */
  readonly override: boolean;
};

/** What the page itself can say of a recipient; opt-outs and consents are the api's to know. */
export type Verdict = Extract<Exclusion, 'not-a-number' | 'not-mobile' | 'duplicate'> | null;

/** Classes that somebody may insist on (SM-22), as the engine has them; short and 060 numbers never are texted. */
const OVERRIDABLE: ReadonlySet<KrNumberClass> = new Set([
  'geographic',
  'voip',
  'personal',
  'representative',
  '030',
]);

/** True when a number that is no mobile may be texted all the same. */
export function mayInsist(number: string): boolean {
  const read = readKrNumber(number);
  return read !== undefined && OVERRIDABLE.has(read.class);
}

/** One verdict for each, in their order (T12), as the engine gives them: of equal numbers the first one counts. */
export function judged(recipients: readonly Pick<Recipient, 'number' | 'override'>[]): readonly Verdict[] {
  const seen = new Set<string>();
  return recipients.map(({ number, override }) => {
    const read = readKrNumber(number);
    if (read === undefined) return 'not-a-number';
    const { key, maySms } = read;
    if (seen.has(key)) return 'duplicate';
    seen.add(key);
    return maySms || (override && OVERRIDABLE.has(read.class)) ? null : 'not-mobile';
  });
}

export type VerdictCounts = { readonly valid: number } & Readonly<Record<NonNullable<Verdict>, number>>;

/** How many have which verdict. */
export function countVerdicts(verdicts: readonly Verdict[]): VerdictCounts {
  const counts = { valid: 0, 'not-a-number': 0, 'not-mobile': 0, duplicate: 0 };
  for (const verdict of verdicts) counts[verdict ?? 'valid'] += 1;
  return counts;
}

/** As people read it, `010-1234-5678`; what is no number stays as it was typed. */
export const shownNumber = (number: string): string => readKrNumber(number)?.display ?? number;
