import { CallwrightError } from '../../contracts/errors.ts';

const RATE = 8_000;
const wrong = (why: string): CallwrightError =>
  new CallwrightError('request/invalid', `the body must be a WAV file of 16-bit PCM: ${why}`);

type Format = { channels: number; rate: number };

function formatOf(chunk: Buffer): Format {
  if (chunk.length < 16 || chunk.readUInt16LE(0) !== 1 || chunk.readUInt16LE(14) !== 16)
    throw wrong('another coding');
  const [channels, rate] = [chunk.readUInt16LE(2), chunk.readUInt32LE(4)];
  if (channels < 1 || channels > 2 || rate < RATE || rate > 96_000)
    throw wrong('1 or 2 channels, 8 to 96 kHz');
  return { channels, rate };
}

/**
 * Reads a WAV file (RIFF, 16-bit PCM) as the telephone network hears it: mono samples at 8 kHz. Each new sample is the
 * mean of those it stands for. Throws `request/invalid`.
 */
export function wavToPcm(wav: Buffer): Buffer {
  if (wav.length < 12 || wav.toString('latin1', 0, 4) !== 'RIFF' || wav.toString('latin1', 8, 12) !== 'WAVE')
    throw wrong('no RIFF header');
  let format: Format | undefined;
  for (let at = 12; at + 8 <= wav.length; ) {
    const [id, size] = [wav.toString('latin1', at, at + 4), wav.readUInt32LE(at + 4)];
    const chunk = wav.subarray(at + 8, at + 8 + size);
    if (id === 'fmt ') format = formatOf(chunk);
    if (id === 'data') {
      if (format === undefined) throw wrong('no format before the sound');
      return resampled(chunk, format);
    }
    at += 8 + size + (size % 2);
  }
  throw wrong('no sound in it');
}

function resampled(data: Buffer, { channels, rate }: Format): Buffer {
  const frames = Math.floor(data.length / 2 / channels);
  const step = rate / RATE;
  const pcm = Buffer.alloc(Math.floor(frames / step) * 2);
  for (let index = 0; index < pcm.length / 2; index += 1) {
    const from = Math.floor(index * step);
    const to = Math.max(from + 1, Math.floor((index + 1) * step));
    let sum = 0;
    for (let sample = from * channels; sample < to * channels; sample += 1)
      sum += data.readInt16LE(sample * 2);
    pcm.writeInt16LE(Math.round(sum / ((to - from) * channels)), index * 2);
  }
  return pcm;
}
