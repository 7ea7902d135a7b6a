/** A marker with contents. */
export const segment = (marker: number, contents: Buffer | string): Buffer => {
  const bytes = Buffer.from(contents as string);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
};

export const JFIF = segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1'));
const SCAN = Buffer.from([1, 0xff, 0, 2, 0xff, 0xd3, 3, 0xff, 0]);

/** Exif as a telephone writes it: how it was held, and a secret. */
export function exif(orientation: number, secret: string): Buffer {
  const tiff = Buffer.from('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1');
  tiff.writeUInt16BE(orientation, 18);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(secret)]));
}

/** A JPEG of this size as far as its headers go; nobody decodes it. */
export function jpeg(
  width: number,
  height: number,
  { before = [JFIF], frame = 0xc0, data = SCAN, after = [] }: Partial<JpegParts> = {},
): Buffer {
  const sizes = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...before,
    segment(frame, sizes),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    data,
    Buffer.from([0xff, 0xd9]),
    ...after,
  ]);
}
type JpegParts = { before: Buffer[]; frame: number; data: Buffer; after: Buffer[] };
