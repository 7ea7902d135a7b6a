/** What the telephone network carries, samples a second. */
export const PHONE_RATE = 8_000;

/**
 * Brings samples down to 8 kHz, block after block: each new one is the mean of those it stands for. What is left over at
 * the end of a block is kept for the next.
 */
export function createDownsampler(rate: number): (block: Float32Array) => Int16Array {
  let rest: readonly number[] = [];
  /** Which sample of the whole sound `rest` begins with, and which new one comes next. */
  let restAt = 0;
  let next = 0;
  // Counted from the beginning in whole samples: sums of fractions would drift.
  const placeOf = (made: number): number => Math.floor((made * rate) / PHONE_RATE);
  return (block) => {
    const all = [...rest, ...block];
    const made: number[] = [];
    while (placeOf(next + 1) <= restAt + all.length) {
      const [first, end] = [placeOf(next) - restAt, placeOf(next + 1) - restAt];
      let sum = 0;
      for (let index = first; index < end; index += 1) sum += all[index] ?? 0;
      made.push(toSample(sum / Math.max(1, end - first)));
      next += 1;
    }
    const used = placeOf(next) - restAt;
    rest = all.slice(used);
    restAt += used;
    return Int16Array.from(made);
  };
}

const toSample = (value: number): number => Math.round(Math.max(-1, Math.min(1, value)) * 32_767);

/** A WAV file of 16-bit mono at 8 kHz. */
export function toWav(samples: Int16Array): Blob {
  const view = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const text = (at: number, letters: string): void => {
    for (const [index, letter] of [...letters].entries()) view.setUint8(at + index, letter.charCodeAt(0));
  };
  text(0, 'RIFF');
  view.setUint32(4, 36 + samples.length * 2, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, PHONE_RATE, true);
  view.setUint32(28, PHONE_RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  for (const [index, sample] of samples.entries()) view.setInt16(44 + index * 2, sample, true);
  return new Blob([view], { type: 'audio/wav' });
}
