import test from 'ava';
import fc from 'fast-check';
import { readExtension } from './extension.ts';
import { GOLDEN_EXTENSIONS } from './fixtures/golden-extensions.ts';
import { GOLDEN_FOREIGN } from './fixtures/golden-foreign.ts';
import { GOLDEN_LINES } from './fixtures/golden-lines.ts';
import { GOLDEN_MOBILES } from './fixtures/golden-mobiles.ts';
import { GOLDEN_OTHERS } from './fixtures/golden-others.ts';
import type { GoldenRow } from './fixtures/golden-row.ts';
import { readKrNumber } from './kr-number.ts';
import { readNumber } from './read-number.ts';

const PUBLIC = [...GOLDEN_MOBILES, ...GOLDEN_LINES, ...GOLDEN_OTHERS, ...GOLDEN_FOREIGN];

type Read = { class: string; key: string; display: string; maySms: boolean; restored?: boolean } | undefined;

/** What the table says of a row, in the shape of what was read, so that all differences show at once. */
const told = ([typed, kind, shown, restored]: GoldenRow): string =>
  kind === 'none'
    ? `${typed}: none`
    : `${typed}: ${kind} ${shown} ${(shown ?? '').replace(/[- ]/g, '')} ${kind === 'mobile'} ${restored === 'restored'}`;
const seen = (typed: string, read: Read): string =>
  read === undefined
    ? `${typed}: none`
    : `${typed}: ${read.class} ${read.display} ${read.key} ${read.maySms} ${read.restored ?? false}`;

test('golden table: every number is what the table says, at least 200 of them, none twice', (t) => {
  t.true(PUBLIC.length >= 200);
  t.is(new Set(PUBLIC.map(([typed]) => typed)).size, PUBLIC.length);
  const wrong = PUBLIC.map((row) => [told(row), seen(row[0], readNumber(row[0]))]).filter(
    ([a, b]) => a !== b,
  );
  t.deepEqual(wrong, []);
});

test('an extension is decided by where it stands: 1004 and 112 are extensions there', (t) => {
  t.deepEqual(
    GOLDEN_EXTENSIONS.map(([typed]) => seen(typed, readExtension(typed))),
    GOLDEN_EXTENSIONS.map(told),
  );
  t.is(readNumber('1004'), undefined);
  t.is(readNumber('112')?.class, 'special');
});

test('reading what is shown gives the same number again', (t) => {
  const digits = fc.stringMatching(
    /^(010|01[16-9]|02|0[3-6][1-5]|070|050[0-9]|030[0-9]|080|060|1[568])[0-9]{4,9}$/,
  );
  let numbers = 0;
  fc.assert(
    fc.property(digits, (typed) => {
      const read = readKrNumber(typed);
      if (read === undefined) return;
      numbers++;
      t.deepEqual(readKrNumber(read.display), read);
      t.deepEqual(readKrNumber(read.key), read);
    }),
    { numRuns: 5_000 },
  );
  t.true(numbers > 500);
});

test('spelling does not matter: dashes, blanks, full-width digits and +82 give the same key', (t) => {
  const rest = fc.stringMatching(/^[0-9]{8}$/);
  const between = fc.constantFrom('', '-', ' ', '.', '–', '\u00a0');
  fc.assert(
    fc.property(
      rest,
      between,
      fc.constantFrom('010', '+8210', '8210', '+82 010'),
      fc.boolean(),
      (eight, mark, code, wide) => {
        const plain = `${code}${mark}${eight.slice(0, 4)}${mark}${eight.slice(4)}`;
        const typed = wide
          ? plain.replace(/[0-9+]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
          : plain;
        t.is(readKrNumber(typed)?.key, `010${eight}`);
      },
    ),
  );
});

test('any text at all is read without a throw, and its key is digits', (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const read = readNumber(typed);
      if (read !== undefined) t.regex(read.key, /^\+?[0-9]{3,15}$/);
    }),
  );
  t.pass();
});
