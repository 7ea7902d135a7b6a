const HEADER_BYTES = 44;
/** 100 ms of 16-bit samples at 8 kHz. */
const PART_BYTES = 1_600;

/** The loudest sample in each 100 ms of a mono recording; 0 is exact silence. */
export function loudness(wav: Buffer): number[] {
  const parts: number[] = [];
  for (let from = HEADER_BYTES; from + PART_BYTES <= wav.length; from += PART_BYTES) {
    let loudest = 0;
    for (let at = from; at < from + PART_BYTES; at += 2)
      loudest = Math.max(loudest, Math.abs(wav.readInt16LE(at)));
    parts.push(loudest);
  }
  return parts;
}
