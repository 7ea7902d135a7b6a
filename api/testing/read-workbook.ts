import { crc32, inflateRawSync } from 'node:zlib';
import { XMLParser } from 'fast-xml-parser';

/** Reads an archive by its directory at the end, as unpackers do, and checks sizes and sums. */
export function unzip(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [crc, packed, plain] = [16, 20, 24].map((place) => archive.readUInt32LE(at + place));
    const name = archive.toString('utf8', at + 46, at + 46 + archive.readUInt16LE(at + 28));
    const head = archive.readUInt32LE(at + 42);
    const data = head + 30 + archive.readUInt16LE(head + 26) + archive.readUInt16LE(head + 28);
    const text = inflateRawSync(archive.subarray(data, data + (packed ?? 0)));
    if (text.length !== plain || crc32(text) !== crc) throw new RangeError(`${name} is damaged`);
    files.set(name, text.toString('utf8'));
    at += 46 + name.length;
  }
  return files;
}

/** The cells of the one sheet, in the way that spreadsheets read them: texts by their number, places by their address. */
export function cells(archive: Buffer): unknown[][] {
  const files = unzip(archive);
  const parse = (name: string): ReturnType<XMLParser['parse']> =>
    new XMLParser({
      ignoreAttributes: false,
      parseTagValue: false,
      trimValues: false,
      isArray: (tag) => ['si', 'row', 'c'].includes(tag),
    }).parse(files.get(name) ?? '');
  const texts = parse('xl/sharedStrings.xml').sst.si.map(({ t }: { t: string | { '#text': string } }) =>
    typeof t === 'string' ? t : t['#text'],
  );
  return parse('xl/worksheets/sheet1.xml').worksheet.sheetData.row.map(({ c }: { c: SheetCell[] }) => {
    const line: unknown[] = [];
    for (const { v, '@_r': place, '@_t': type } of c)
      line[place.charCodeAt(0) - 65] = type === 's' ? texts[Number(v)] : Number(v);
    return line;
  });
}
type SheetCell = { v: string; '@_r': string; '@_t'?: string };
