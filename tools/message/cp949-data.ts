import iconv from 'iconv-lite';

/** Unified hanja: scattered, so kept as one bit each. */
const HANJA = { from: 0x4e00, to: 0x9fff };
const SYLLABLES = { from: 0xac00, to: 0xd7a3 };
const LINE = 96;

/** Bytes of a UTF-16 unit in CP949; undefined when it has no place there. */
function bytesOf(unit: number): Buffer | undefined {
  if (unit >= 0xd800 && unit <= 0xdfff) return undefined;
  const char = String.fromCharCode(unit);
  const bytes = iconv.encode(char, 'cp949');
  return iconv.decode(bytes, 'cp949') === char ? bytes : undefined;
}

/** `a1-a8,b0`: runs of units beyond ASCII that take two bytes, hexadecimal, without the hanja. */
function runs(): string {
  const found: string[] = [];
  let from = -1;
  for (let unit = 0x80; unit <= 0x10000; unit++) {
    const hanja = unit >= HANJA.from && unit <= HANJA.to;
    if (unit < 0x10000 && !hanja && bytesOf(unit)?.length === 2) {
      if (from < 0) from = unit;
    } else if (from >= 0) {
      found.push(from === unit - 1 ? from.toString(16) : `${from.toString(16)}-${(unit - 1).toString(16)}`);
      from = -1;
    }
  }
  return found.join(',');
}

/** A bit for each unit of a block, lowest first, as base64. */
function bits(block: { from: number; to: number }, has: (unit: number) => boolean): string {
  const bytes = Buffer.alloc(Math.ceil((block.to - block.from + 1) / 8));
  for (let unit = block.from; unit <= block.to; unit++) {
    const at = unit - block.from;
    if (has(unit)) bytes.writeUInt8((bytes[at >> 3] ?? 0) | (1 << (at & 7)), at >> 3);
  }
  return bytes.toString('base64');
}

/** Syllables of KS X 1001 have both bytes from A1 on; the others came with CP949. */
const old = (unit: number): boolean => (bytesOf(unit) ?? []).every((byte) => byte >= 0xa1);

const constant = (name: string, doc: string, text: string): string => {
  const lines = (text.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []).map((line) => `  '${line}'`);
  return `/** ${doc} */\nexport const ${name} = [\n${lines.join(',\n')},\n].join('');\n`;
};

/** Text of contracts/message/cp949-data.ts, made from iconv-lite's table. */
export function cp949Data(): string {
  return [
    '/** Which characters CP949 has. Written by `node tools/message/write-cp949.ts`; a test compares. */\n',
    constant('WIDE_RUNS', 'Two bytes each; hexadecimal, without the unified hanja.', runs()),
    constant(
      'HANJA_BITS',
      'A bit for each of U+4E00 to U+9FFF, lowest first.',
      bits(HANJA, (unit) => bytesOf(unit) !== undefined),
    ),
    constant(
      'OLD_SYLLABLE_BITS',
      'Of U+AC00 to U+D7A3, those that KS X 1001 has already.',
      bits(SYLLABLES, old),
    ),
  ].join('\n');
}
