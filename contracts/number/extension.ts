import { foldDigits } from './fold-digits.ts';

/** A phone inside the company, known to be one from where it was dialled or entered. */
export type Extension = {
  class: 'extension';
  key: string;
  display: string;
  maySms: false;
};

/** Reads two to six digits that are known to be an extension, also such as 1004, 112 or 1330; else undefined. */
export function readExtension(text: string): Extension | undefined {
  const digits = foldDigits(text);
  if (digits === undefined || !/^[0-9]{2,6}$/.test(digits)) return undefined;
  return { class: 'extension', key: digits, display: digits, maySms: false };
}
