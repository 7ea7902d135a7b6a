import { crc32, deflateRawSync } from 'node:zlib';

export type Part = {
  name: string;
  data: Buffer | string;
  /** What the archive says of the part, where that is not so. */
  claims?: { size?: number; packed?: number; attributes?: number; flags?: number; method?: number };
};

/** An archive, honest or not (APPNOTE 4.3). */
export function zip(parts: readonly Part[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, claims = {} } of parts) {
    const bytes = Buffer.from(data as string);
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(claims.flags ?? 0, 2);
    head.writeUInt16LE(claims.method ?? 8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(claims.packed ?? packed.length, 14);
    head.writeUInt32LE(claims.size ?? bytes.length, 18);
    head.writeUInt16LE(title.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(claims.attributes ?? 0, 6);
    tail.writeUInt32LE(at, 10);
    const piece = Buffer.concat([Buffer.from('PK\x03\x04'), head, title, packed]);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), head, tail, title);
    local.push(piece);
    at += piece.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, listed, end]);
}

const ID = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const WORKBOOK: readonly Part[] = [
  {
    name: 'xl/workbook.xml',
    data: `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns:r="${ID}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    data: `<Relationships><Relationship Id="rId1" Type="${ID}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${ID}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  },
];

/** A workbook whose one sheet holds this in its `sheetData`, and these shared texts. */
export const workbook = (cells: string | Buffer, shared = '', more: readonly Part[] = []): Buffer =>
  zip([
    ...WORKBOOK,
    { name: 'xl/sharedStrings.xml', data: `<sst>${shared}</sst>` },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: Buffer.concat([
        Buffer.from('<worksheet><sheetData>'),
        Buffer.from(cells as string),
        Buffer.from('</sheetData></worksheet>'),
      ]),
    },
    ...more,
  ]);
