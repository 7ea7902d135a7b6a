import { CallwrightError } from '../../contracts/errors.ts';
import type { DialDigits } from '../../contracts/ids.ts';
import { maskNumber } from '../../contracts/masking.ts';
import { dialDigits } from './argument.ts';

/**
 * Which numbers may be dialled at all (toll fraud, S1). Default deny: a number that is no ordinary Korean one is dialled
 * only when a prefix of it stands in `allow`. Prefixes are written as they are dialled: `0018`, `+81`, `119`.
 */
export type DialPolicy = {
  readonly allow: readonly string[];
  readonly deny: readonly string[];
  /** Whole numbers beside the prefixes: `1001` and nothing that begins with it. */
  readonly exactly?: readonly string[];
};

/** Domestic numbers without 060, no international access, no short specials. */
export const DOMESTIC_ONLY: DialPolicy = { allow: [], deny: [] };

/** Korean numbering plan as far as businesses call it; 060 (premium) and 00x (international access) are left out. */
const DOMESTIC: readonly RegExp[] = [
  /^02[0-9]{7,8}$/,
  /^0(3[1-3]|4[1-4]|5[1-5]|6[1-4])[0-9]{7,8}$/,
  /^010[0-9]{8}$/,
  /^01[16789][0-9]{7,8}$/,
  /^070[0-9]{8}$/,
  /^080[0-9]{7,8}$/,
  // Personal and safety numbers (안심번호).
  /^050[2-8][0-9]{7,8}$/,
  // Representative numbers (대표번호): 15xx, 16xx, 18xx.
  /^1[568][0-9]{6}$/,
];

/** `+82 10 …` → `010 …`; any other number stays as it is. */
function national(digits: string): string {
  return digits.startsWith('+82') && digits[3] !== '0' ? asDialledAtHome(digits.slice(3)) : digits;
}

function asDialledAtHome(subscriber: string): string {
  return /^1[568][0-9]{6}$/.test(subscriber) ? subscriber : `0${subscriber}`;
}

/** Takes a number and a policy; returns whether it may be dialled. */
export function isDialAllowed(digits: DialDigits, policy: DialPolicy): boolean {
  const number = dialDigits(digits);
  const forms = [number, national(number)];
  const begins = (prefix: string): boolean => forms.some((form) => form.startsWith(prefix));
  if (policy.deny.some(begins)) return false;
  if (policy.exactly?.includes(number)) return true;
  return policy.allow.some(begins) || DOMESTIC.some((pattern) => forms.some((form) => pattern.test(form)));
}

/** Throws `dial/not-allowed`, with the number masked, when the policy does not let it be dialled. */
export function assertDialAllowed(digits: DialDigits, policy: DialPolicy): void {
  if (isDialAllowed(digits, policy)) return;
  throw new CallwrightError(
    'dial/not-allowed',
    `${maskNumber(digits)} is outside the numbers that may be dialled; allow its prefix if it is meant`,
  );
}
