import { cp949Width, isRareSyllable } from './cp949.ts';
import { isOtherBlank, LOOK_ALIKES, UNSEEN } from './look-alikes.ts';

/** A character and where it stands: characters (code points) of the text as written, from 0. */
export type CharAt = { char: string; at: number };

export type TextWarning =
  /** Something that CP949 lacks was written as its look-alike. */
  | ({ code: 'replaced'; to: string } & CharAt)
  /** CP949 has the syllable, KS X 1001 has not. */
  | ({ code: 'old-phones' } & CharAt);

export type CheckedText = {
  /** What is sent: composed (NFC), line ends `\n`, look-alikes replaced, unseen characters dropped. */
  text: string;
  /** Of `text`, in CP949. */
  bytes: number;
  /** What cannot be sent at all; a provider would fail, cut the text or write `?` there. */
  unsupported: readonly CharAt[];
  warnings: readonly TextWarning[];
};

/** These two are in CP949, but composing (NFC) or dropping changes them. */
const CHANGES = /[\u00ad\u212b\u2126\uf900-\ufaff]/;
/** A character with what NFC may join to it: marks, and the vowels and finals of decomposed syllables (macOS). */
const JOINING = `\\p{M}\\u1160-\\u11ff${UNSEEN}`;
const CLUSTERS = new RegExp(`\\r|[^${JOINING}][${JOINING}]*|[${JOINING}]+`, 'gsu');
const DROPPED = new RegExp(`[${UNSEEN}]`, 'gu');
const isControl = (unit: number): boolean => (unit < 0x20 && unit !== 0x0a && unit !== 0x09) || unit === 0x7f;

/** Bytes when nothing is to be done about a text; -1 when something is. */
function plainBytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const width = cp949Width(unit);
    if (width === 0 || isControl(unit) || isRareSyllable(unit)) return -1;
    bytes += width;
  }
  return CHANGES.test(text) ? -1 : bytes;
}

type Found = { text: string; bytes: number; unsupported: CharAt[]; warnings: TextWarning[] };

function take(found: Found, char: string, at: number): void {
  const to = isOtherBlank(char) ? ' ' : LOOK_ALIKES.get(char);
  const sent = to ?? char;
  const unit = sent.charCodeAt(0);
  const width = sent.length === 1 && !isControl(unit) ? cp949Width(unit) : 0;
  if (width === 0) found.unsupported.push({ char, at });
  else if (isRareSyllable(unit)) found.warnings.push({ code: 'old-phones', char, at });
  else if (to !== undefined && to !== ' ' && to.normalize('NFC') !== char)
    found.warnings.push({ code: 'replaced', char, at, to });
  found.text += sent;
  found.bytes += width || 1;
}

/**
 * Makes a text ready for carriers and says what is wrong with it: call it on what is
 * sent, after the values of a recipient are in.
 */
export function checkText(source: string): CheckedText {
  const plain = plainBytes(source);
  if (plain >= 0) return { text: source, bytes: plain, unsupported: [], warnings: [] };
  const found: Found = { text: '', bytes: 0, unsupported: [], warnings: [] };
  let at = 0;
  for (const { 0: written, index } of source.matchAll(CLUSTERS)) {
    if (written === '\r') {
      if (source[index + 1] !== '\n') take(found, '\n', at);
    } else {
      for (const char of written.replace(DROPPED, '').normalize('NFC')) take(found, char, at);
    }
    at += [...written].length;
  }
  return found;
}
