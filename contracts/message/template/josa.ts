import { josa } from 'es-hangul';

type Option = Parameters<typeof josa.pick>[1];

const DIGITS = '영일이삼사오육칠팔구';
/** Letters whose names, or whose sound at a word's end, close with a consonant. */
const CLOSED: Readonly<Record<string, string>> = { l: '엘', m: '엠', n: '엔' };

/**
 * A syllable that ends as the word is spoken, or undefined for a script we cannot read. Brackets and marks behind the
 * word are passed over: 홍길동(팀장) goes by 장.
 */
function spokenEnd(word: string): string | undefined {
  const letters = word.replace(/[^\p{L}\p{N}]+$/u, '');
  const last = letters.at(-1) ?? '';
  if (/[가-힣]/.test(last)) return last;
  if (/[0-9]/.test(last)) return spokenDigits(letters);
  if (!/[a-z]/i.test(last)) return undefined;
  // Alone or in capitals the letter is read by its name: R is 알.
  if (last === 'R') return '알';
  return CLOSED[last.toLowerCase()] ?? '아';
}

/** 10 is 십, 100 백, 1,000 천, 10,000 만: all closed, as 영 is. */
function spokenDigits(letters: string): string {
  const zeros = /0*$/.exec(letters)?.[0].length ?? 0;
  if (zeros > 0 && /[1-9]0+$/.test(letters)) return '영십백천'[zeros] ?? '만';
  return DIGITS[Number(letters.at(-1))] ?? '영';
}

const BOTH: Readonly<Partial<Record<Option, string>>> = {
  '은/는': '은(는)',
  '이/가': '이(가)',
  '을/를': '을(를)',
  '으로/로': '(으)로',
  '와/과': '와(과)',
};

/** The word with its particle (조사); both forms where nobody can tell by the writing. An empty word stays empty. */
export function withJosa(word: string, option: Option): string {
  if (word.trim() === '') return '';
  const end = spokenEnd(word);
  return word + (end === undefined ? (BOTH[option] ?? option) : josa.pick(end, option));
}
