import { orientationOf } from './orientation.ts';

export type JpegVerdict =
  | {
      ok: true;
      width: number;
      height: number;
      /** The picture without what cameras and programs wrote beside it. */
      bytes: Buffer;
      /** It was taken sideways, and said so in what was left out. */
      turned: boolean;
    }
  | { ok: false; problem: 'no-jpeg' | 'damaged' | 'unusual' };

/** Markers of ITU-T T.81, table B.1. */
const [SOI, EOI, SOS, APP0, APP1, APP14, APP15, COM] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xee, 0xef, 0xfe];
/** Baseline, extended and progressive, all of Huffman's: what phones show. Lossless and arithmetic ones they do not. */
const SHOWN_FRAMES = [0xc0, 0xc1, 0xc2];
/** Further frames; 0xC4, 0xC8 and 0xCC, which lie between them, are tables. */
const OTHER_FRAMES = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];

/** Of JFIF's header the plain one (with a preview it is longer), and Adobe's: without it colours change. */
const PLAIN_JFIF = 18;
const isPlainJfif = (segment: Buffer): boolean =>
  segment.length === PLAIN_JFIF && segment.toString('latin1', 4, 9) === 'JFIF\0';
const isAdobe = (segment: Buffer): boolean => segment.toString('latin1', 4, 9) === 'Adobe';

/** Other application data and comments are about somebody. */
function isPrivate(marker: number, segment: Buffer): boolean {
  if (marker === APP0) return !isPlainJfif(segment);
  if (marker === APP14) return !isAdobe(segment);
  return marker === COM || (marker > APP0 && marker <= APP15);
}

/**
 * Reads the headers of a JPEG and copies it without Exif (places, times, devices, previews), comments and whatever
 * follows the picture. The pixels are not decoded. Damaged: cut off, or not of JPEG's segments.
 */
export function readJpeg(file: Buffer): JpegVerdict {
  if (file[0] !== 0xff || file[1] !== SOI) return { ok: false, problem: 'no-jpeg' };
  const kept: Buffer[] = [file.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  let turned = false;
  let at = 2;
  while (at + 1 < file.length) {
    const marker = file[at + 1] ?? 0;
    if (file[at] !== 0xff) break;
    // Any number of 0xFF may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) {
      if (size === undefined || kept.length < 2) break;
      return { ok: true, ...size, bytes: Buffer.concat([...kept, file.subarray(at, at + 2)]), turned };
    }
    const segment = segmentAt(file, at);
    if (segment === undefined) break;
    if (OTHER_FRAMES.includes(marker)) return { ok: false, problem: 'unusual' };
    if (SHOWN_FRAMES.includes(marker)) size ??= sizeOf(segment);
    if (marker === APP1) turned ||= orientationOf(segment.subarray(4)) > 1;
    const end = marker === SOS ? endOfScan(file, at + segment.length) : at + segment.length;
    if (!isPrivate(marker, segment)) kept.push(file.subarray(at, end));
    at = end;
  }
  return { ok: false, problem: 'damaged' };
}

/** Marker, length and contents; undefined where they do not fit. */
function segmentAt(file: Buffer, at: number): Buffer | undefined {
  if (at + 4 > file.length) return undefined;
  const length = file.readUInt16BE(at + 2);
  return length < 2 || at + 2 + length > file.length ? undefined : file.subarray(at, at + 2 + length);
}

/** A height of nought would be told after the first scan (DNL), which phones do not wait for. */
function sizeOf(segment: Buffer): { width: number; height: number } | undefined {
  if (segment.length < 10) return undefined;
  const [height, width] = [segment.readUInt16BE(5), segment.readUInt16BE(7)];
  return width === 0 || height === 0 ? undefined : { width, height };
}

/** Coded data goes on until a marker; 0xFF00 is data, and 0xFFD0 to 0xFFD7 divide it. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
  return file.length;
}
