import { SoundProblem } from './sound-problem.ts';

/** A page of Ogg (RFC 3533). */
export type OggPage = {
  flags: number;
  /** Position after the page's last finished packet, in the codec's samples; undefined: none ends here. */
  granule: number | undefined;
  serial: number;
  sequence: number;
  /** Lengths of its pieces: one of less than 255 bytes ends a packet. */
  lacing: Buffer;
  body: Buffer;
};

/** Pages of ten minutes, one for each packet of 10 ms. */
const MOST_PAGES = 60_000;
const HEADER = 27;
const NO_GRANULE = 0xffff_ffff_ffff_ffffn;

/** Walks the pages of a file that is nothing but them, each with the checksum that it should have. */
export function* oggPages(file: Buffer): Generator<OggPage> {
  let at = 0;
  for (let pages = 0; at < file.length; pages += 1) {
    if (pages === MOST_PAGES) throw new SoundProblem('damaged');
    const page = pageAt(file, at);
    if (page === undefined) throw new SoundProblem('damaged');
    yield page;
    at += HEADER + page.lacing.length + page.body.length;
  }
}

function pageAt(file: Buffer, at: number): OggPage | undefined {
  if (at + HEADER > file.length || file.toString('latin1', at, at + 5) !== 'OggS\0') return undefined;
  const lacing = file.subarray(at + HEADER, at + HEADER + (file[at + 26] ?? 0));
  const from = at + HEADER + lacing.length;
  const body = file.subarray(from, from + lacing.reduce((sum, size) => sum + size, 0));
  if (lacing.length < (file[at + 26] ?? 0) || body.length < lacing.reduce((sum, size) => sum + size, 0))
    return undefined;
  if (checksum(file, at, from + body.length) !== file.readUInt32LE(at + 22)) return undefined;
  const granule = file.readBigUInt64LE(at + 6);
  return {
    flags: file[at + 5] ?? 0,
    granule: granule === NO_GRANULE ? undefined : Number(granule),
    serial: file.readUInt32LE(at + 14),
    sequence: file.readUInt32LE(at + 18),
    lacing,
    body,
  };
}

/** CRC-32 with the polynomial 0x04C11DB7, not reflected; the field itself counts as nought. */
const CRC = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit += 1) value = (value << 1) ^ ((value & 0x8000_0000) === 0 ? 0 : 0x04c1_1db7);
  return value >>> 0;
});

function checksum(file: Buffer, from: number, to: number): number {
  let crc = 0;
  for (let at = from; at < to; at += 1) {
    const byte = at >= from + 22 && at < from + 26 ? 0 : (file[at] ?? 0);
    crc = ((crc << 8) ^ (CRC[((crc >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  }
  return crc;
}
