import test from 'ava';
import fc from 'fast-check';
import { PROMPT_TEXTS } from '../../tools/prompts/texts.ts';
import { koreanDate } from './korean-date.ts';
import { digitPieces, koreanNumber, MAX_SPOKEN_NUMBER } from './korean-number.ts';
import { piecePath, SPOKEN_PIECES } from './pieces.ts';

const spoken = (pieces: string[]): string =>
  pieces.map((piece) => PROMPT_TEXTS[piecePath('ko', piece)] ?? '?').join(' ');

for (const [value, text] of [
  [0, '영'],
  [7, '칠'],
  [10, '십'],
  [11, '십 일'],
  [20, '이십'],
  [100, '백'],
  [111, '백 십 일'],
  [1_234, '천 이백 삼십 사'],
  [10_000, '만'],
  [15_000, '만 오천'],
  [110_000, '십 일 만'],
  [100_000_000, '일 억'],
  [100_010_000, '일 억 일 만'],
  [1_234_567_890, '십 이 억 삼천 사백 오십 육 만 칠천 팔백 구십'],
  [999_999_999_999, '구천 구백 구십 구 억 구천 구백 구십 구 만 구천 구백 구십 구'],
  [-5, '마이너스 오'],
  [3.9, '삼'],
] as const) {
  test(`${value} is read ${text}`, (t) => {
    t.is(spoken(koreanNumber(value)), text);
  });
}

test('what cannot be read as a number is read digit by digit or not at all', (t) => {
  t.is(spoken(koreanNumber(MAX_SPOKEN_NUMBER + 1)), '일 공 공 공 공 공 공 공 공 공 공 공 공');
  t.deepEqual(koreanNumber(Number.NaN), []);
  t.deepEqual(koreanNumber(Number.POSITIVE_INFINITY), []);
});

test('digits are read one by one, keys by their names, the rest is skipped', (t) => {
  t.is(spoken(digitPieces('010-2*#')), '공 일 공 이 별표 우물정');
});

for (const [date, text] of [
  ['20260317', '이천 이십 육 년 삼월 십 칠 일'],
  ['2026-06-01', '이천 이십 육 년 유월 일 일'],
  ['1031', '시월 삼십 일 일'],
  ['20001231', '이천 년 십이월 삼십 일 일'],
  ['99', '구 구'],
] as const) {
  test(`the date ${date} is read ${text}`, (t) => {
    t.is(spoken(koreanDate(date)), text);
  });
}

test('whatever is read, its pieces are among those that a part loads the lengths of', (t) => {
  const number = new Set<string>(SPOKEN_PIECES.number);
  const date = new Set<string>(SPOKEN_PIECES.date);
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.string(), (value, text) => {
      t.true(koreanNumber(value).every((piece) => number.has(piece)));
      t.true(koreanDate(text).every((piece) => date.has(piece)));
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_991_231 }), (value) => {
      t.true(koreanDate(String(value).padStart(8, '0')).every((piece) => date.has(piece)));
    }),
  );
});

test('no reading is longer than the linter reckons', (t) => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      t.true(koreanNumber(value).length <= 17);
    }),
  );
});
