import { SoundProblem } from './sound-problem.ts';
import type { Block, Source } from './source.ts';

/** What the WASM decoders give for a piece of a file. */
type Decoded = { channelData: Float32Array[]; samplesDecoded: number; sampleRate: number };
type Decoder = {
  ready: Promise<void>;
  decode(data: Uint8Array): Decoded | Promise<Decoded>;
  flush?(): Promise<Decoded>;
};

/** Bytes handed to a decoder at once: a few seconds of sound. */
const PIECE = 32_768;

/** Samples of a compressed file, piece by piece. Damaged: less comes out than was inspected. */
export function decoded(
  file: Buffer,
  facts: { rate: number; ms: number },
  load: () => Promise<Decoder>,
): Source {
  return { ...facts, blocks: blocks(file, facts, load) };
}

async function* blocks(
  file: Buffer,
  { rate, ms }: { rate: number; ms: number },
  load: () => Promise<Decoder>,
): AsyncGenerator<Block> {
  const decoder = await load();
  await decoder.ready;
  let samples = 0;
  for (let at = 0; at < file.length; at += PIECE) {
    const piece = await decoder.decode(file.subarray(at, at + PIECE));
    if (piece.samplesDecoded === 0) continue;
    if (piece.sampleRate !== rate) throw new SoundProblem('damaged');
    samples += piece.samplesDecoded;
    yield piece.channelData;
  }
  const rest = await decoder.flush?.();
  if (rest !== undefined && rest.samplesDecoded > 0) {
    samples += rest.samplesDecoded;
    yield rest.channelData;
  }
  if (samples < (ms * rate * 0.9) / 1_000 - rate / 5) throw new SoundProblem('damaged');
}

export const loadMp3 = async (): Promise<Decoder> => new (await import('mpg123-decoder')).MPEGDecoder();
export const loadVorbis = async (): Promise<Decoder> =>
  new (await import('@wasm-audio-decoders/ogg-vorbis')).OggVorbisDecoder();
export const loadOpus = async (): Promise<Decoder> => new (await import('ogg-opus-decoder')).OggOpusDecoder();
