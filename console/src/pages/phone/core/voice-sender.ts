import { createDownsampler, PHONE_RATE, toWav } from './wav.ts';

/** Takes the microphone's blocks and sends them on in pieces, each with the server's time of its first sample. */
export type VoiceSender = { take(block: Float32Array): void; flush(): Promise<void> };

/** Short enough to talk with each other: the other side hears a piece when it is whole. */
const PIECE_SAMPLES = 0.2 * PHONE_RATE;
/** Times are counted by samples, which is even, until they are this far off the clock (ms): then something was lost. */
const OFF_MS = 300;

export function createVoiceSender(parts: {
  readonly rate: number;
  readonly serverNow: () => number;
  readonly send: (wav: Blob, at: number) => Promise<void>;
}): VoiceSender {
  const { serverNow, send } = parts;
  const downsample = createDownsampler(parts.rate);
  let waiting: Int16Array[] = [];
  let count = 0;
  let at = 0;
  let sending = Promise.resolve();

  const flush = (): Promise<void> => {
    if (count > 0) {
      const samples = new Int16Array(count);
      let place = 0;
      for (const piece of waiting) {
        samples.set(piece, place);
        place += piece.length;
      }
      const began = at;
      at += (count / PHONE_RATE) * 1_000;
      waiting = [];
      count = 0;
      sending = sending.then(() => send(toWav(samples), began));
    }
    return sending;
  };
  return {
    flush,
    take(block) {
      const piece = downsample(block);
      const began = serverNow() - ((count + piece.length) / PHONE_RATE) * 1_000;
      if (count === 0 && Math.abs(began - at) > OFF_MS) at = began;
      waiting.push(piece);
      count += piece.length;
      if (count >= PIECE_SAMPLES) void flush();
    },
  };
}
