import { readFileSync } from 'node:fs';
import test from 'ava';
import iconv from 'iconv-lite';
import { cp949Bytes } from '../../contracts/message/cp949.ts';
import { cp949Data } from './cp949-data.ts';

const TEXTS = 200_000;
const SEED = 20_261_122;

/** Small and seeded (mulberry32): fast-check would take a minute for so many. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Mostly what people write, and everything else now and then: surrogates too, whole and torn. */
const BLOCKS: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e],
  [0xac00, 0xd7a3],
  [0xac00, 0xd7a3],
  [0x3131, 0x318e],
  [0x2000, 0x27ff],
  [0x4e00, 0x9fff],
  [0x00, 0xffff],
  [0x1f300, 0x1faff],
];

function textOf(next: () => number): string {
  const length = Math.floor(next() * 24);
  let text = '';
  for (let at = 0; at < length; at++) {
    const [from, to] = BLOCKS[Math.floor(next() * BLOCKS.length)] ?? [0x20, 0x7e];
    text += String.fromCodePoint(from + Math.floor(next() * (to - from + 1)));
  }
  return text;
}

test(`bytes agree with iconv for ${TEXTS.toLocaleString('en')} random texts`, (t) => {
  const next = random(SEED);
  const wrong: string[] = [];
  for (let count = 0; count < TEXTS; count++) {
    const text = textOf(next);
    if (cp949Bytes(text) !== iconv.encode(text, 'cp949').length) wrong.push(JSON.stringify(text));
  }
  t.deepEqual(wrong.slice(0, 5), []);
});

test('bytes agree with iconv for every character of the basic plane', (t) => {
  const wrong: number[] = [];
  for (let unit = 0; unit < 0x10000; unit++) {
    const char = String.fromCharCode(unit);
    if (cp949Bytes(char) !== iconv.encode(char, 'cp949').length) wrong.push(unit);
  }
  t.deepEqual(wrong, []);
});

test('the table in contracts is the one that the tool writes', (t) => {
  const file = new URL('../../contracts/message/cp949-data.ts', import.meta.url);
  t.is(readFileSync(file, 'utf8'), cp949Data());
});
