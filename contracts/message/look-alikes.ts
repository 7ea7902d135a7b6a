/**
 * Characters that word processors, web pages and phones write and CP949 lacks, and what a reader takes for the same.
 * Pairs: the first becomes the second.
 */
const PAIRS =
  // Won, and the other currencies and signs that CP949 has in full width only.
  '₩￦£￡¥￥¢￠¬￢©ⓒ' +
  // Dashes, minus.
  '‐-‑-‒-–-—-⁃-−-﹣-﹘-' +
  // Dots between words, bullets.
  '•·∙·⋅·・·‧·･·' +
  // Quotes, brackets.
  '‚,„"‟"‛\'‹<›>«《»》❝“❞”' +
  // Waves, slashes, fractions of signs.
  '〜～⁓～⁄/∕/' +
  // NFC turns Ångström's sign into the letter, which CP949 lacks; it has the sign.
  '\u00c5\u212b\u00b5\u03bc' +
  // What phones write as emoji, where a plain sign exists.
  '❤♥💜♥💙♥💚♥💛♥🧡♥⭐★✱＊✓√✔√⚫●⚪○⬛■⬜□▪■▫□◾■◽□➡→⬅←⬆↑⬇↓📞☎☏☎';

/** What stands for a character that CP949 lacks. */
export const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  [...PAIRS].flatMap(
    (char, at, all) => (at % 2 === 0 ? [[char, all[at + 1] ?? '']] : []) as [string, string][],
  ),
);

/** Blanks of other widths; the ideographic one is in CP949 and stays. */
export const isOtherBlank = (char: string): boolean => /^[\u00a0\u2000-\u200a\u202f\u205f]$/.test(char);

/** Seen by nobody: joiners, marks of direction, variation selectors, soft hyphens, fillers of old syllables. */
export const UNSEEN =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff';
