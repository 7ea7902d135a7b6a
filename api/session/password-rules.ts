import { z } from 'zod';
import { COMMON_WORDS } from './common-words.ts';

export const SHORTEST_PASSWORD = 12;
/** What must be left when everything that a guesser tries first is taken out, characters. */
const OWN_PART = 6;

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  '01234567890',
  '~!@#$%^&*()_+',
];
const RUNS = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
/** Of birth, of marriage, and the present one. */
const YEAR = /(19|20)[0-9]{2}/g;
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

/** What is wrong with a password, or undefined. The first word of the answer is stable: screens translate by it. */
export function weaknessOf(password: string, about: readonly string[]): string | undefined {
  const text = password.normalize('NFKC').toLowerCase();
  if ([...text].length < SHORTEST_PASSWORD) return `too-short: use ${SHORTEST_PASSWORD} characters or more`;
  if (personal(about).some((word) => text.includes(word)))
    return 'personal: leave out your name, address and company, and the name of this product';
  const unleeted = text.replace(/[013457@$]/g, (char) => LEET[char] ?? char);
  if ([text, unleeted].some((form) => ownPart(form) < OWN_PART))
    return 'common: this is among the first that anybody would try';
  return undefined;
}

/** Refuses a weak password as an invalid field of the request. `about`: name, e-mail and company of its owner. */
export function requireStrong(field: string, password: string, about: readonly string[]): void {
  const message = weaknessOf(password, about);
  if (message !== undefined)
    throw new z.ZodError([{ code: 'custom', path: [field], message, input: undefined }]);
}

/** Words of at least four letters, or two of Hangul, in which a syllable is a letter. */
const personal = (about: readonly string[]): string[] =>
  ['callwright', ...about.flatMap((text) => [text.replace(/\s/g, ''), ...text.split(/[^\p{L}\p{N}]+/u)])]
    .map((word) => word.normalize('NFKC').toLowerCase())
    .filter((word) => word.length >= (/\p{Script=Hangul}/u.test(word) ? 2 : 4));

/** How many different characters are left without common words, keyboard runs and repetitions. */
function ownPart(text: string): number {
  let rest = text
    .replace(/^(.+?)\1+$/su, '$1')
    .replace(/(.)\1{2,}/gsu, '')
    .replace(YEAR, '');
  for (const run of RUNS) rest = withoutRuns(rest, run);
  for (const word of COMMON_WORDS) rest = rest.replaceAll(word, '');
  return [...rest].length;
}

/** Takes pieces of four or more characters of a run out. */
function withoutRuns(text: string, run: string): string {
  let rest = text;
  for (let length = run.length; length >= 4; length--)
    for (let at = 0; at + length <= run.length; at++) rest = rest.replaceAll(run.slice(at, at + length), '');
  return rest;
}
