import { type FrameHeader, frameHeader } from './mp3-header.ts';
import { SoundProblem } from './sound-problem.ts';

export type Mp3Facts = { rate: number; ms: number };

/** Bytes between frames that may be anything, in all: damaged places that players leap over. */
const MOST_NOISE = 8_192;

/** Walks all frames by their headers, without decoding: what is in the file, whatever its tags say. */
export function inspectMp3(file: Buffer): Mp3Facts {
  let at = afterTag(file);
  const first = frameHeader(file, at);
  if (first === undefined || !followed(file, at, first))
    throw new SoundProblem(at > 0 ? 'damaged' : 'no-audio');
  let frames = 0;
  let noise = 0;
  while (at < file.length && !isTrailer(file, at)) {
    const header = frameHeader(file, at);
    if (header?.rate === first.rate) {
      // Cut off in the middle of a frame.
      if (at + header.length > file.length) throw new SoundProblem('damaged');
      frames += 1;
      at += header.length;
    } else {
      at += 1;
      noise += 1;
      if (noise > MOST_NOISE) throw new SoundProblem('damaged');
    }
  }
  if (frames < declaredFrames(file, first) * 0.98) throw new SoundProblem('damaged');
  return { rate: first.rate, ms: (frames * first.samples * 1_000) / first.rate };
}

/** ID3v2 says its length in four times seven bits. */
function afterTag(file: Buffer): number {
  if (file.toString('latin1', 0, 3) !== 'ID3' || file.length < 10) return 0;
  const [a = 0, b = 0, c = 0, d = 0] = file.subarray(6, 10);
  const footer = ((file[5] ?? 0) & 0x10) === 0 ? 0 : 10;
  let at = 10 + footer + ((a & 127) << 21) + ((b & 127) << 14) + ((c & 127) << 7) + (d & 127);
  if (at >= file.length) throw new SoundProblem('damaged');
  while (file[at] === 0) at += 1;
  return at;
}

/** One sync word may be chance; a second one where the first says that it must be is not. */
function followed(file: Buffer, at: number, header: FrameHeader): boolean {
  const next = at + header.length;
  return next === file.length || isTrailer(file, next) || frameHeader(file, next)?.rate === header.rate;
}

const TRAILERS = ['TAG', 'APETAGEX', 'LYRICSBEGIN', 'ID3'];
const isTrailer = (file: Buffer, at: number): boolean =>
  TRAILERS.some((sign) => file.toString('latin1', at, at + sign.length) === sign);

/** How many frames an encoder wrote down in its first one; 0: it wrote nothing. */
function declaredFrames(file: Buffer, { sideEnd }: FrameHeader): number {
  const at = file.indexOf('ID3') === 0 ? afterTag(file) + sideEnd : sideEnd;
  const name = file.toString('latin1', at, at + 4);
  if ((name !== 'Xing' && name !== 'Info') || at + 12 > file.length) return 0;
  return (file.readUInt32BE(at + 4) & 1) === 0 ? 0 : file.readUInt32BE(at + 8);
}
