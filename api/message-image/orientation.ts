const EXIF = Buffer.from('Exif\0\0', 'latin1');
const ORIENTATION = 0x0112;

/** How a camera was held, 1 (upright) to 8, from the contents of an APP1 segment (Exif 2.3, TIFF 6.0); 1 when unsaid. */
export function orientationOf(segment: Buffer): number {
  if (!segment.subarray(0, EXIF.length).equals(EXIF)) return 1;
  const tiff = segment.subarray(EXIF.length);
  if (tiff.length < 8) return 1;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return 1;
  const entries = Math.min(short(start), Math.floor((tiff.length - start - 2) / 12));
  for (let entry = 0; entry < entries; entry += 1) {
    const at = start + 2 + entry * 12;
    if (short(at) === ORIENTATION) return short(at + 8) <= 8 ? Math.max(short(at + 8), 1) : 1;
  }
  return 1;
}
