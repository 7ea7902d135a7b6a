import { type OggPage, oggPages } from './ogg-pages.ts';
import { SoundProblem } from './sound-problem.ts';

export type OggFacts = { codec: 'vorbis' | 'opus'; rate: number; ms: number };

const [BEGIN, END] = [2, 4];
const OPUS_RATE = 48_000;

/**
 * Walks all pages without decoding: one stream from its beginning to its end. Its length is the larger of what the pages
 * say and what the packets are: a page may say anything.
 */
export function inspectOgg(file: Buffer): OggFacts {
  let head: Head | undefined;
  let last: OggPage | undefined;
  let position = 0;
  let packets = 0;
  let held = 0;
  for (const page of oggPages(file)) {
    head ??= headOf(page);
    if (last !== undefined) requireNext(last, page);
    if (page.granule !== undefined) {
      if (page.granule < position) throw new SoundProblem('damaged');
      position = page.granule;
    }
    for (const start of packetStarts(page)) {
      packets += 1;
      // Both codecs begin with packets that hold no sound.
      if (packets > head.headers) held += head.least(page.body, start);
    }
    last = page;
  }
  if (head === undefined || last === undefined || (last.flags & END) === 0) throw new SoundProblem('damaged');
  const samples = Math.max(position - head.skip, held - head.skip);
  return { codec: head.codec, rate: head.rate, ms: (samples * 1_000) / head.clock };
}

function requireNext(last: OggPage, page: OggPage): void {
  const inOrder = page.sequence === last.sequence + 1 && page.serial === last.serial;
  // Several streams in one file, one after the other or mixed, are no prompt.
  if ((page.flags & BEGIN) !== 0 || page.serial !== last.serial) throw new SoundProblem('unsupported');
  if (!inOrder || (last.flags & END) !== 0) throw new SoundProblem('damaged');
}

/** Where packets begin inside a page's body. */
function* packetStarts({ flags, lacing }: OggPage): Generator<number> {
  let open = (flags & 1) !== 0;
  let at = 0;
  for (const size of lacing) {
    if (!open && size > 0) yield at;
    open = size === 255;
    at += size;
  }
}

type Head = {
  codec: 'vorbis' | 'opus';
  rate: number;
  /** Units of positions a second. */
  clock: number;
  skip: number;
  headers: number;
  /** Least samples of a packet that begins at a byte. */
  least(body: Buffer, at: number): number;
};

function headOf({ body, flags }: OggPage): Head {
  if ((flags & BEGIN) === 0) throw new SoundProblem('damaged');
  if (body.toString('latin1', 0, 8) === 'OpusHead' && body.length >= 19) return opusHead(body);
  if (body.toString('latin1', 0, 7) === '\x01vorbis' && body.length >= 30) return vorbisHead(body);
  throw new SoundProblem('unsupported');
}

/** RFC 7845 §5.1; surround (mapping other than 0) is no voice. */
function opusHead(body: Buffer): Head {
  if (body[18] !== 0) throw new SoundProblem('unsupported');
  const skip = body.readUInt16LE(10);
  return { codec: 'opus', rate: OPUS_RATE, clock: OPUS_RATE, skip, headers: 2, least: opusSamples };
}

/** Frame lengths of a packet's first byte (RFC 6716 §3.1), in samples at 48 kHz. */
function opusSamples(body: Buffer, at: number): number {
  const toc = body[at] ?? 0;
  const config = toc >> 3;
  const size =
    config < 12
      ? ([480, 960, 1_920, 2_880][config & 3] ?? 0)
      : config < 16
        ? 480 << (config & 1)
        : 120 << (config & 3);
  const code = toc & 3;
  const frames = code === 0 ? 1 : code === 3 ? (body[at + 1] ?? 0) & 63 : 2;
  return size * frames;
}

/** Vorbis I §4.2.2. A packet gives half of the smaller block at least. */
function vorbisHead(body: Buffer): Head {
  const rate = body.readUInt32LE(12);
  const small = 1 << ((body[28] ?? 0) & 15);
  if (rate === 0 || small < 64 || small > 8_192) throw new SoundProblem('damaged');
  return { codec: 'vorbis', rate, clock: rate, skip: 0, headers: 3, least: () => small / 2 };
}
