import { PHONE_RATE } from './wav.ts';

/** Plays pieces of a voice one after another. */
export type VoicePlayer = { play(pcm: Uint8Array): void };

/** Waited for after a silence, s: the next piece may take that much longer than the first. */
const RESERVE = 0.12;

/** Samples (16-bit mono at 8 kHz, little endian) as an audio buffer takes them. */
export function toFloats(pcm: Uint8Array): Float32Array<ArrayBuffer> {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  return Float32Array.from(
    { length: pcm.byteLength >> 1 },
    (_, index) => view.getInt16(index * 2, true) / 32_768,
  );
}

export function createVoicePlayer(context: () => AudioContext): VoicePlayer {
  let end = 0;
  return {
    play(pcm) {
      const at = context();
      const samples = toFloats(pcm);
      if (samples.length === 0) return;
      const buffer = at.createBuffer(1, samples.length, PHONE_RATE);
      buffer.copyToChannel(samples, 0);
      const source = new AudioBufferSourceNode(at, { buffer });
      source.connect(at.destination);
      const begin = end > at.currentTime ? end : at.currentTime + RESERVE;
      source.start(begin);
      end = begin + buffer.duration;
    },
  };
}
