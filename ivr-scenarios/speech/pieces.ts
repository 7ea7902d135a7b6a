/** Every piece from which digits, numbers and dates are put together, by what needs it. */
const units = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const DIGITS = [...[0, ...units].map((digit) => `digit/${digit}`), 'digit/star', 'digit/hash'];
const NUMBERS = [
  ...DIGITS,
  ...[10, 100, 1_000].flatMap((unit) => units.map((digit) => `number/${digit * unit}`)),
  'number/0',
  'number/10000',
  'number/100000000',
  'number/minus',
];
const MONTHS = [...units, 10, 11, 12].map((month) => `date/month-${month}`);

export const SPOKEN_PIECES = {
  digits: DIGITS,
  number: NUMBERS,
  date: [...NUMBERS, ...MONTHS, 'date/year', 'date/day'],
} as const;

/** Path of a piece's file. */
export const piecePath = (language: string, piece: string): string => `${language}/${piece}.wav`;
