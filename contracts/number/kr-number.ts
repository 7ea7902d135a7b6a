import { foldDigits } from './fold-digits.ts';
import { SPECIAL_NUMBERS } from './special-numbers.ts';

/**
 * What a Korean number is. `personal`: 050x, follows a person; `030`: unified messaging; `special`: 112, 1330 …;
 * whether four digits are an extension is known from where they were dialled, not from them (`readExtension`).
 */
export const KR_NUMBER_CLASSES = [
  'mobile',
  'geographic',
  'voip',
  'representative',
  'personal',
  '030',
  'toll-free',
  'premium',
  'special',
] as const;
export type KrNumberClass = (typeof KR_NUMBER_CLASSES)[number];

export type KrNumber = {
  class: KrNumberClass;
  /** Canonical: digits as a Korean dials them, `01012345678`. Equal keys are the same number. */
  key: string;
  /** `010-1234-5678` */
  display: string;
  /** Mobiles only: 070 and some landlines take texts in places, which nobody can tell from the digits. */
  maySms: boolean;
  /** The leading zero that a spreadsheet dropped was put back. */
  restored: boolean;
};

/** Each with its parts as groups; the first that fits wins, so that 050x and 060 are no area codes. */
const PATTERNS: readonly (readonly [KrNumberClass, RegExp])[] = [
  ['mobile', /^(010)(\d{4})(\d{4})$/],
  ['mobile', /^(01[16789])(\d{3,4})(\d{4})$/],
  ['voip', /^(070)(\d{4})(\d{4})$/],
  ['personal', /^(050\d)(\d{3,4})(\d{4})$/],
  ['030', /^(030\d)(\d{3,4})(\d{4})$/],
  ['toll-free', /^(080)(\d{3,4})(\d{4})$/],
  ['premium', /^(060)(\d{3,4})(\d{4})$/],
  ['representative', /^(1[568]\d\d)(\d{4})$/],
  // No exchange is called 15xx, 16xx or 18xx: 02-1588-0000 is a representative number with an area code too many.
  ['geographic', /^(02|03[1-3]|04[1-4]|05[1-5]|06[1-4])([2-9]\d\d|(?!1[568])[1-9]\d{3})(\d{4})$/],
];
const AREA_AND_SPECIAL = /^(02|03[1-3]|04[1-4]|05[1-5]|06[1-4])(1\d{2,3})$/;

function ofDigits(digits: string, restored: boolean): KrNumber | undefined {
  for (const [kind, pattern] of PATTERNS) {
    const parts = pattern.exec(digits);
    if (parts === null) continue;
    return {
      class: kind,
      key: digits,
      display: parts.slice(1).join('-'),
      maySms: kind === 'mobile',
      restored,
    };
  }
  return undefined;
}

function ofSpecial(digits: string): KrNumber | undefined {
  const parts = AREA_AND_SPECIAL.exec(digits);
  const short = parts?.[2] ?? digits;
  if (!SPECIAL_NUMBERS.has(short)) return undefined;
  const display = parts === null ? digits : `${parts[1]}-${short}`;
  return { class: 'special', key: digits, display, maySms: false, restored: false };
}

/** `+82`, `82`, `0082`, with or without the trunk's zero: the number as dialled at home; others as they are. */
function atHome(digits: string): { digits: string; abroad: boolean } {
  const parts = /^(?:\+|00)?82(0?)(\d{8,11})$/.exec(digits);
  const rest = parts?.[2];
  if (rest === undefined) return { digits, abroad: false };
  const representative = parts?.[1] === '' && /^1[568]\d{6}$/.test(rest);
  return { digits: representative ? rest : `0${rest}`, abroad: true };
}

/**
 * A Korean number in any spelling that people use (full-width digits, dashes, brackets, +82, a zero lost in a
 * spreadsheet), or undefined. Extensions are not known here; foreign ones are `readForeignNumber`'s.
 */
export function readKrNumber(text: string): KrNumber | undefined {
  const folded = foldDigits(text);
  if (folded === undefined) return undefined;
  // Ten digits that begin with 10 are no number of any class: a spreadsheet took 010 for a number.
  if (/^10\d{8}$/.test(folded)) return ofDigits(`0${folded}`, true);
  const home = atHome(folded);
  if (home.digits.startsWith('+')) return undefined;
  return ofDigits(home.digits, false) ?? (home.abroad ? undefined : ofSpecial(home.digits));
}
