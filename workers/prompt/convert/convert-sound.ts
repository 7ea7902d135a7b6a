import { AUDIO_LIMITS } from '../../../contracts/prompt/audio-limits.ts';
import type { AudioWarning } from '../../../contracts/prompt/kinds.ts';
import { decoded, loadMp3, loadOpus, loadVorbis } from './decode.ts';
import { inspectMp3 } from './inspect-mp3.ts';
import { inspectOgg } from './inspect-ogg.ts';
import { createMeter } from './meter.ts';
import { readWav } from './read-wav.ts';
import { createResampler } from './resample.ts';
import { sniff } from './sniff.ts';
import { SoundProblem } from './sound-problem.ts';
import type { Block, Source } from './source.ts';
import { wavFile } from './wav-file.ts';

export type ConvertedSound = { wav: Buffer; ms: number; rate: 8_000 | 16_000; warnings: AudioWarning[] };

/** Rates that microphones and programs use, with some room, Hz. */
const [SLOWEST, FASTEST] = [4_000, 192_000];
const WIDE = 16_000;
const NARROW = 8_000;

/** Finds out what a file is and how much sound it holds, without decoding it. Throws `SoundProblem`. */
export function inspectSound(file: Buffer): Source {
  if (file.length === 0) throw new SoundProblem('empty');
  if (file.length > AUDIO_LIMITS.bytes) throw new SoundProblem('too-large');
  const source = open(file);
  if (source.rate < SLOWEST || source.rate > FASTEST) throw new SoundProblem('unsupported');
  if (source.ms > AUDIO_LIMITS.longestMs) throw new SoundProblem('too-long');
  if (!(source.ms >= AUDIO_LIMITS.shortestMs)) throw new SoundProblem('too-short');
  return source;
}

function open(file: Buffer): Source {
  switch (sniff(file)) {
    case 'wav':
      return readWav(file);
    case 'mp3':
      return decoded(file, inspectMp3(file), loadMp3);
    case 'ogg': {
      const { codec, ...facts } = inspectOgg(file);
      return decoded(file, facts, codec === 'opus' ? loadOpus : loadVorbis);
    }
    case 'other-audio':
      throw new SoundProblem('unsupported');
    case 'none':
      throw new SoundProblem('no-audio');
  }
}

/** Makes 16-bit mono of it, at 16 kHz when the source has as much, else at 8 kHz. Throws `SoundProblem`. */
export async function convertSound({ rate: from, blocks }: Source): Promise<ConvertedSound> {
  const rate = from >= WIDE ? WIDE : NARROW;
  const [resampler, meter] = [createResampler(from, rate), createMeter()];
  const pieces: Buffer[] = [];
  let length = 0;
  const take = (samples: Float32Array): void => {
    const piece = toPcm(samples);
    length += piece.length;
    if (length > (AUDIO_LIMITS.longestMs * rate * 2) / 1_000 + rate) throw new SoundProblem('too-long');
    pieces.push(piece);
  };
  for await (const block of blocks) {
    const mono = mixed(block);
    meter.listen(block, mono);
    take(resampler.push(mono));
  }
  take(resampler.end());
  const ms = Math.round((length * 1_000) / 2 / rate);
  if (ms < AUDIO_LIMITS.shortestMs) throw new SoundProblem('too-short');
  return { wav: wavFile(Buffer.concat(pieces), rate), ms, rate, warnings: meter.warnings() };
}

function mixed(block: Block): Float32Array {
  const [first = new Float32Array(), ...others] = block;
  if (others.length === 0) return first;
  return first.map(
    (sample, index) => (sample + others.reduce((sum, other) => sum + (other[index] ?? 0), 0)) / block.length,
  );
}

function toPcm(samples: Float32Array): Buffer {
  const pcm = Buffer.allocUnsafe(samples.length * 2);
  for (const [index, sample] of samples.entries())
    pcm.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768))), index * 2);
  return pcm;
}
