import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { foldDigits } from './fold-digits.ts';

/** A number of another country. It is never texted: the providers' ordinary texts stay inside Korea. */
export type ForeignNumber = {
  class: 'foreign';
  /** Two letters (ISO 3166), null where the number belongs to no single country (+800). */
  country: string | null;
  /** E.164, with its plus. */
  key: string;
  display: string;
  maySms: false;
};

/** Reads a number that is written with `+` and a country code other than Korea's; undefined when it cannot exist. */
export function readForeignNumber(text: string): ForeignNumber | undefined {
  const digits = foldDigits(text);
  if (digits === undefined || !digits.startsWith('+') || digits.startsWith('+82')) return undefined;
  const number = parsePhoneNumberFromString(digits, { extract: false });
  if (number === undefined || !number.isValid()) return undefined;
  return {
    class: 'foreign',
    country: number.country ?? null,
    key: number.number,
    display: number.formatInternational(),
    maySms: false,
  };
}
