import { SoundProblem } from './sound-problem.ts';
import type { Block, Source } from './source.ts';
import { type ReadSample, wavCoding } from './wav-coding.ts';

type Format = { rate: number; channels: number; width: number; read: ReadSample };

/** Chunks that a file may have: writers add a handful. */
const MOST_CHUNKS = 200;
/** Frames of one block. */
const FRAMES = 16_384;
const EXTENSIBLE = 0xfffe;

/** Reads the headers of a WAV file; sizes that reach beyond the file make it damaged, whoever lies. */
export function readWav(file: Buffer): Source {
  let format: Format | undefined;
  let at = 12;
  for (let chunks = 0; at + 8 <= file.length; chunks += 1) {
    if (chunks === MOST_CHUNKS) throw new SoundProblem('damaged');
    const id = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    if (at + 8 + size > file.length) throw new SoundProblem('damaged');
    const chunk = file.subarray(at + 8, at + 8 + size);
    if (id === 'fmt ') format = formatOf(chunk);
    if (id === 'data') {
      if (format === undefined) throw new SoundProblem('damaged');
      return sourceOf(chunk, format);
    }
    at += 8 + size + (size % 2);
  }
  throw new SoundProblem('damaged');
}

function formatOf(chunk: Buffer): Format {
  if (chunk.length < 16) throw new SoundProblem('damaged');
  const plain = chunk.readUInt16LE(0);
  // The first two bytes of the sub-format's GUID are the tag.
  const tag = plain === EXTENSIBLE && chunk.length >= 26 ? chunk.readUInt16LE(24) : plain;
  const [channels, rate] = [chunk.readUInt16LE(2), chunk.readUInt32LE(4)];
  const [width, bits] = [chunk.readUInt16LE(12), chunk.readUInt16LE(14)];
  const read = wavCoding(tag, bits);
  if (read === undefined) throw new SoundProblem('unsupported');
  if (channels < 1 || channels > 8 || width !== (channels * bits) / 8) throw new SoundProblem('damaged');
  return { rate, channels, width, read };
}

function sourceOf(data: Buffer, { rate, channels, width, read }: Format): Source {
  const frames = Math.floor(data.length / width);
  function* blocks(): Generator<Block> {
    for (let from = 0; from < frames; from += FRAMES) {
      const length = Math.min(FRAMES, frames - from);
      yield Array.from({ length: channels }, (_, channel) => {
        const samples = new Float32Array(length);
        const start = from * width + (channel * width) / channels;
        for (let frame = 0; frame < length; frame += 1) samples[frame] = read(data, start + frame * width);
        return samples;
      });
    }
  }
  return { rate, ms: rate === 0 ? 0 : (frames * 1_000) / rate, blocks: blocks() };
}
