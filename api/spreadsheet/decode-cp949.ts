const KOREAN = new TextDecoder('euc-kr');
const LETTERS = 0x81;
const UNKNOWN = undefined;

/** Second bytes of the letters that CP949 added, in order; the upper third is taken by KS X 1001 from 0xA1 on. */
function seconds(first: number): number[] {
  const last = first < 0xa1 ? 0xfe : 0xa0;
  const [upper, lower] = [range(0x41, 0x5a), range(0x61, 0x7a)];
  return [...upper, ...lower, ...range(LETTERS, last)];
}
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

/**
 * Two bytes → letter. Node's `euc-kr` knows KS X 1001 only. CP949 puts the 8,822 syllables that are missing there into
 * the free places, in the order of Unicode; so its table is made and not shipped. A test holds it against another one.
 */
function createTable(): Map<number, string> {
  const table = new Map<number, string>();
  const known = new Set<string>();
  for (const first of range(0xa1, 0xfd)) {
    if (first === 0xc9) continue;
    for (const second of range(0xa1, 0xfe)) {
      const letter = KOREAN.decode(Uint8Array.of(first, second));
      if (letter.length !== 1 || letter === '\ufffd') continue;
      known.add(letter);
      table.set((first << 8) | second, letter);
    }
  }
  const places = range(LETTERS, 0xc6).flatMap((first) =>
    seconds(first).map((second) => (first << 8) | second),
  );
  let next = 0;
  for (let code = 0xac00; code <= 0xd7a3; code += 1) {
    const letter = String.fromCharCode(code);
    const place = known.has(letter) ? UNKNOWN : places[next++];
    if (place !== undefined) table.set(place, letter);
  }
  // Added to the standard in 1998, with the euro.
  table.set(0xa2e6, '€').set(0xa2e7, '®');
  return table;
}

let table: Map<number, string> | undefined;

/** A text as Korean Windows saves it; undefined when the bytes are something else. */
export function decodeCp949(bytes: Uint8Array): string | undefined {
  table ??= createTable();
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const first = bytes[at] ?? 0;
    const letter = first < 0x80 ? String.fromCharCode(first) : table.get((first << 8) | (bytes[++at] ?? 0));
    if (letter === undefined) return undefined;
    pieces.push(letter);
  }
  return pieces.join('');
}
