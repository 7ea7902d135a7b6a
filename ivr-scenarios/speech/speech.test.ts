import test from 'ava';
import fc from 'fast-check';
import { LANGUAGES, type Language } from '../../contracts/scenario/language.ts';
import { COUNT_UNITS, type CountUnit, SAY_KINDS } from '../../contracts/scenario/prompt-item.ts';
import { PROMPT_TEXTS } from '../../tools/prompts/texts.ts';
import { GOLDEN_READINGS } from '../testing/golden-readings.ts';
import { koreanNumber, MAX_SPOKEN_NUMBER } from './korean-number.ts';
import { piecePath, spokenPieces } from './pieces.ts';
import { longestReading, type Reading, reading } from './reading.ts';

const words = (language: Language, pieces: string[]): string =>
  pieces.map((piece) => PROMPT_TEXTS[piecePath(language, piece)] ?? `<${piece}>`).join(' ');
const unspaced = (language: Language, text: string): string =>
  language === 'ko' ? text.replaceAll(' ', '') : text.replaceAll('-', ' ');
const isUnit = (what: string): what is CountUnit => COUNT_UNITS.some((unit) => unit === what);

test('the golden table has at least 200 readings, every kind and unit in every language', (t) => {
  t.true(GOLDEN_READINGS.length >= 200);
  for (const language of LANGUAGES) {
    const covered = new Set(GOLDEN_READINGS.flatMap(([of, what]) => (of === language ? [what] : [])));
    const kinds = SAY_KINDS.filter((kind) => kind !== 'count');
    t.deepEqual(
      [...kinds, ...COUNT_UNITS].filter((what) => !covered.has(what)),
      [],
      language,
    );
  }
});

for (const [language, what, value, text] of GOLDEN_READINGS) {
  test(`${language}: ${what} ${value} is read ${text}`, (t) => {
    const how: Reading = isUnit(what) ? { say: 'count', unit: what } : { say: what };
    t.is(unspaced(language, words(language, reading(language, how, value))), unspaced(language, text));
  });
}

test('what cannot be read as a number is read digit by digit or not at all', (t) => {
  t.is(words('ko', koreanNumber(MAX_SPOKEN_NUMBER + 1)), '일 공 공 공 공 공 공 공 공 공 공 공 공');
  for (const language of LANGUAGES) {
    for (const say of ['number', 'amount'] as const) {
      t.deepEqual(reading(language, { say }, Number.NaN), []);
      t.deepEqual(reading(language, { say }, 'twelve'), []);
      t.deepEqual(reading(language, { say }, ''), []);
      t.deepEqual(reading(language, { say }, null), []);
    }
  }
});

const READINGS: Reading[] = [
  ...SAY_KINDS.filter((say) => say !== 'count').map((say) => ({ say })),
  ...COUNT_UNITS.map((unit) => ({ say: 'count' as const, unit })),
];

test('whatever is read, its pieces are among those that a part loads the lengths of', (t) => {
  const typed = fc.stringMatching(/^[0-9*#:-]{0,32}$/);
  const value = fc.oneof(fc.maxSafeInteger(), fc.double(), typed, fc.string({ maxLength: 32 }));
  fc.assert(
    fc.property(fc.constantFrom(...LANGUAGES), fc.constantFrom(...READINGS), value, (language, how, said) => {
      const known = new Set(spokenPieces(language, how));
      const pieces = reading(language, how, said);
      t.deepEqual(
        pieces.filter((piece) => !known.has(piece)),
        [],
        `${language} ${how.say} ${said}`,
      );
      t.true(pieces.length <= longestReading(how), `${language} ${how.say} ${said}`);
    }),
    { numRuns: 2_000 },
  );
});
