/** Seven digits or more, also with blanks, dots or hyphens between: a phone number, or something as telling. */
const NUMBERS = /\+?\d(?:[ .-]?\d){6,}/g;
const LONGEST = 200;

/** A provider's words as they may stand in the ledger and in logs: short, in one line, without numbers of people. */
export const harmless = (text: string, most: number = LONGEST): string =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(NUMBERS, '…')
    .trim()
    .slice(0, most);
