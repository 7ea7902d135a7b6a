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

/** A character with what NFC may join to it: marks, and the vowels and finals of decomposed syllables (macOS). */
const JOINING = `\\p{M}\\u1160-\\u11ff${UNSEEN}`;
const CLUSTER = new RegExp(`\\r|[^${JOINING}][${JOINING}]*|[${JOINING}]+`, 'suy');
const JOINS = new RegExp(`[${JOINING}]`, 'u');
const DROPPED = new RegExp(`[${UNSEEN}]`, 'gu');
/** These are in CP949, but composing (NFC) or dropping changes them. */
const CHANGES = /[\u00ad\u212b\u2126\uf900-\ufaff]/;
const isControl = (unit: number): boolean => (unit < 0x20 && unit !== 0x0a && unit !== 0x09) || unit === 0x7f;

/** By UTF-16 unit: bytes of what is sent as it stands and without a word; 0: to be looked at. */
const PLAIN = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  isControl(unit) || isRareSyllable(unit) || CHANGES.test(String.fromCharCode(unit)) ? 0 : cp949Width(unit),
);

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

function takeCluster(found: Found, source: string, from: number, at: number): string {
  CLUSTER.lastIndex = from;
  const written = CLUSTER.exec(source)?.[0] ?? source.charAt(from);
  if (written !== '\r') {
    for (const char of written.replace(DROPPED, '').normalize('NFC')) take(found, char, at);
  } else if (source[from + 1] !== '\n') {
    take(found, '\n', at);
  }
  return written;
}

/**
 * Makes a text ready for carriers and says what is wrong with it: call it on what is sent, after the values of a
 * recipient are in. What is plain, which is nearly all, is taken in runs: 10,000 long texts are checked at once.
 */
export function checkText(source: string): CheckedText {
  const found: Found = { text: '', bytes: 0, unsupported: [], warnings: [] };
  let from = 0;
  /** Characters before `from`. */
  let characters = 0;
  while (from < source.length) {
    let to = from;
    let bytes = 0;
    for (let width = PLAIN[source.charCodeAt(to)] ?? 0; width > 0 && to < source.length; ) {
      bytes += width;
      to++;
      width = PLAIN[source.charCodeAt(to)] ?? 0;
    }
    // What joins takes the character before it along.
    if (to > from && to < source.length && JOINS.test(source.charAt(to))) {
      to--;
      bytes -= PLAIN[source.charCodeAt(to)] ?? 0;
    }
    found.text += source.slice(from, to);
    found.bytes += bytes;
    characters += to - from;
    if (to === source.length) break;
    const written = takeCluster(found, source, to, characters);
    characters += [...written].length;
    from = to + written.length;
  }
  return found;
}
