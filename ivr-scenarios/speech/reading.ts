import type { Language } from '../../contracts/scenario/language.ts';
import type { CountUnit, SayKind } from '../../contracts/scenario/prompt-item.ts';
import type { Value } from '../../contracts/scenario/value.ts';
import { englishCount } from './english-count.ts';
import { englishDate } from './english-date.ts';
import { englishDigits, englishNumber } from './english-number.ts';
import { englishTime } from './english-time.ts';
import { koreanCount } from './korean-count.ts';
import { koreanDate } from './korean-date.ts';
import { digitPieces, koreanNumber } from './korean-number.ts';
import { koreanTime } from './korean-time.ts';

export type Reading = { say: SayKind; unit?: CountUnit | undefined };

type Reader = {
  digits: (text: string) => string[];
  number: (value: number) => string[];
  date: (text: string) => string[];
  time: (text: string) => string[];
  count: (value: number, unit: CountUnit) => string[];
};

const READERS: Record<Language, Reader> = {
  ko: { digits: digitPieces, number: koreanNumber, date: koreanDate, time: koreanTime, count: koreanCount },
  en: {
    digits: englishDigits,
    number: englishNumber,
    date: englishDate,
    time: englishTime,
    count: englishCount,
  },
};

/** Pieces that read a value aloud; an empty variable is silent. */
export function reading(language: Language, { say, unit }: Reading, value: Value): string[] {
  // `Number('')` is 0, and nobody said zero.
  if (value === null || value === '') return [];
  const reader = READERS[language];
  const amount = typeof value === 'number' ? value : Number(value);
  switch (say) {
    case 'digits':
      return reader.digits(String(value));
    case 'date':
      return reader.date(String(value));
    case 'time':
      return reader.time(String(value));
    case 'number':
      return reader.number(amount);
    case 'amount': {
      const number = reader.number(amount);
      return number.length === 0 ? [] : [...number, 'unit/won'];
    }
    case 'count':
      return reader.count(amount, unit ?? 'items');
  }
}

/**
 * Longest reading in pieces. An input has at most 32 keys, and what is no date or time is read by its keys; a number is
 * a sign and at most 20 pieces (billions, millions, thousands of three digits each).
 */
export function longestReading({ say }: Reading): number {
  return say === 'digits' || say === 'date' || say === 'time' ? 32 : 24;
}
