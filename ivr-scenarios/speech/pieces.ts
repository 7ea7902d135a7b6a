import type { Language } from '../../contracts/scenario/language.ts';
import type { CountUnit, SayKind } from '../../contracts/scenario/prompt-item.ts';

/** Every piece from which something can be put together, by language and by what needs it. */
const units = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const tens = [10, 20, 30, 40, 50, 60, 70, 80, 90];
const DIGITS = [...[0, ...units].map((digit) => `digit/${digit}`), 'digit/star', 'digit/hash'];
const MONTHS = range(1, 12).map((month) => `date/month-${month}`);
const CLOCK = ['time/am', 'time/pm', 'time/noon', 'time/midnight'];

const KO_NUMBERS = [
  ...DIGITS,
  ...[10, 100, 1_000].flatMap((unit) => units.map((digit) => `number/${digit * unit}`)),
  ...['number/0', 'number/10000', 'number/100000000', 'number/minus'],
];
const KO_NATIVE = [...units, ...tens]
  .map((size) => `native/${size}`)
  .concat('native/20-alone', 'native/first');

const EN_NUMBERS = [
  ...DIGITS,
  ...[...range(10, 19), ...tens.slice(1)].map((size) => `number/${size}`),
  ...['number/hundred', 'number/thousand', 'number/million', 'number/billion', 'number/minus'],
];
const EN_ORDINALS = range(1, 31).map((day) => `ordinal/${day}`);

const PIECES: Record<Language, Record<Exclude<SayKind, 'count'>, readonly string[]>> = {
  ko: {
    digits: DIGITS,
    number: KO_NUMBERS,
    amount: [...KO_NUMBERS, 'unit/won'],
    date: [...KO_NUMBERS, ...MONTHS, 'date/year', 'date/day'],
    time: [...KO_NUMBERS, ...KO_NATIVE, ...CLOCK, 'time/hour', 'unit/minutes'],
  },
  en: {
    digits: DIGITS,
    number: EN_NUMBERS,
    amount: [...EN_NUMBERS, 'unit/won'],
    date: [...EN_NUMBERS, ...MONTHS, ...EN_ORDINALS, 'number/oh'],
    time: [...EN_NUMBERS, ...CLOCK, 'number/oh'],
  },
};

function countPieces(language: Language, unit: CountUnit): readonly string[] {
  if (language === 'ko') return [...KO_NUMBERS, ...KO_NATIVE, `unit/${unit}`];
  if (unit === 'floors') return [...EN_NUMBERS, 'unit/floor'];
  if (unit === 'place') return [...EN_NUMBERS, ...EN_ORDINALS, 'unit/place'];
  return [...EN_NUMBERS, `unit/${unit}`, `unit/${unit}-one`];
}

/** Pieces (paths below the language folder, without `.wav`) that reading such a thing may need. */
export function spokenPieces(
  language: Language,
  { say, unit }: { say: SayKind; unit?: CountUnit | undefined },
): readonly string[] {
  return say === 'count' ? countPieces(language, unit ?? 'items') : PIECES[language][say];
}

/** All of them, by type: calls load this file, and the list itself comes with the schema library. */
const COUNTED: Record<CountUnit, true> = {
  people: true,
  items: true,
  cases: true,
  times: true,
  minutes: true,
  hours: true,
  days: true,
  floors: true,
  place: true,
};

/** Every piece of a language. */
export function allPieces(language: Language): string[] {
  const counted = (Object.keys(COUNTED) as CountUnit[]).flatMap((unit) => countPieces(language, unit));
  return [...new Set([...Object.values(PIECES[language]).flat(), ...counted])];
}

/** Path of a piece's file. */
export const piecePath = (language: string, piece: string): string => `${language}/${piece}.wav`;
