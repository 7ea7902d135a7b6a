import { HANJA_BITS, OLD_SYLLABLE_BITS, WIDE_RUNS } from './cp949-data.ts';

/**
 * CP949 is what Korean carriers count and carry texts in (MO-32): one byte for ASCII, two for the 17,048 characters
 * beyond it that it has. One table for server and browser, so that the live counter and the refusal agree.
 */
const BYTES = 0b11;
/** A syllable that KS X 1001 does not have: old phones may show nothing for it. */
const RARE = 0b100;

const bitsOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
const hasBit = (bits: Uint8Array, at: number): boolean => (((bits[at >> 3] ?? 0) >> (at & 7)) & 1) === 1;

/** By UTF-16 unit; nothing outside the basic plane is in CP949. */
function widthTable(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(1, 0, 0x80);
  for (const run of WIDE_RUNS.split(',')) {
    const [from = '', to = from] = run.split('-');
    table.fill(2, Number.parseInt(from, 16), Number.parseInt(to, 16) + 1);
  }
  const hanja = bitsOf(HANJA_BITS);
  for (let at = 0; at < hanja.length * 8; at++) if (hasBit(hanja, at)) table[0x4e00 + at] = 2;
  const old = bitsOf(OLD_SYLLABLE_BITS);
  for (let unit = 0xac00; unit <= 0xd7a3; unit++) {
    if (!hasBit(old, unit - 0xac00)) table[unit] = 2 | RARE;
  }
  return table;
}

const TABLE = widthTable();

/** Bytes of one UTF-16 unit; 0: CP949 does not have it. */
export const cp949Width = (unit: number): number => (TABLE[unit] ?? 0) & BYTES;

/** True for the 8,822 syllables (뷁, 똠 …) that CP949 added to KS X 1001. */
export const isRareSyllable = (unit: number): boolean => ((TABLE[unit] ?? 0) & RARE) !== 0;

/**
 * Bytes of a text in CP949 as it stands, without any tidying; what CP949 does not have counts as the one `?` that an
 * encoder would put there.
 */
export function cp949Bytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes += cp949Width(unit) || 1;
    const high = unit >= 0xd800 && unit <= 0xdbff;
    const low = text.charCodeAt(at + 1);
    if (high && low >= 0xdc00 && low <= 0xdfff) at++;
  }
  return bytes;
}
