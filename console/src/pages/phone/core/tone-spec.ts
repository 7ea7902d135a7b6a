/** One sound of a tone: for how long it sounds and is silent after it (ms), and its frequencies (Hz; 0 is left out). */
export type Beep = { readonly onMs: number; readonly offMs: number; readonly hertz: readonly number[] };

/** Reads the switch's tone language as far as our scenarios use it: `%(on,off,hertz[,hertz…])`, several in a row. */
export function parseTone(spec: string): readonly Beep[] {
  return [...spec.matchAll(/%\((\d+),(\d+)((?:,\d+(?:\.\d+)?)*)\)/g)].map(([, on, off, list]) => ({
    onMs: Number(on),
    offMs: Number(off),
    hertz: (list ?? '')
      .split(',')
      .map(Number)
      .filter((hertz) => hertz > 0),
  }));
}

const ROWS = [697, 770, 852, 941] as const;
const COLUMNS = [1209, 1336, 1477] as const;
export const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
export type Key = (typeof KEYS)[number];

export const isKey = (text: string): text is Key => (KEYS as readonly string[]).includes(text);

/** The two frequencies of a key, Hz (ITU-T Q.23). */
export function dtmfOf(key: Key): readonly [number, number] {
  const index = KEYS.indexOf(key);
  return [ROWS[Math.floor(index / 3)] ?? ROWS[0], COLUMNS[index % 3] ?? COLUMNS[0]];
}

/** What one hears while the other side rings, in Korea. */
export const RINGBACK: readonly Beep[] = [{ onMs: 1_000, offMs: 2_000, hertz: [440, 480] }];
/** Our own bell. */
export const BELL: readonly Beep[] = [
  { onMs: 350, offMs: 120, hertz: [784, 988] },
  { onMs: 350, offMs: 1_600, hertz: [784, 988] },
];
