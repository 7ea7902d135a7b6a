/** 8 kHz, 16 bit: one ms of sound. */
const bytesPerMs = 16;
const frameMs = 20;

/** Mean sample value from which a frame counts as speech: the level that the product's own `record` asks for. */
const speechLevel = 200;

/** Ten minutes; what was said before is forgotten. */
const keptBytes = 10 * 60_000 * bytesPerMs;

/** What a person says into a telephone, by time. */
export type Voice = {
  /**
   * Adds sound (16-bit mono at 8 kHz) that began at `atMs`, ms since the epoch. Returns when its last word ended, or
   * undefined when it is silence.
   */
  readonly say: (pcm: Buffer, atMs: number) => number | undefined;
  /** What could be heard between two times, silence where nothing was said; undefined for who never spoke. */
  readonly between: (fromMs: number, toMs: number) => Buffer | undefined;
};

function isSpeech(frame: Buffer): boolean {
  let sum = 0;
  for (let at = 0; at + 1 < frame.length; at += 2) sum += Math.abs(frame.readInt16LE(at));
  return sum / (frame.length / 2) >= speechLevel;
}

function lastWordMs(pcm: Buffer): number | undefined {
  const frame = frameMs * bytesPerMs;
  for (let end = pcm.length; end > 0; end -= frame) {
    if (isSpeech(pcm.subarray(Math.max(0, end - frame), end))) return end / bytesPerMs;
  }
  return undefined;
}

/** Creates the voice of one call. */
export function createVoice(): Voice {
  const pieces: { readonly atMs: number; readonly pcm: Buffer }[] = [];
  let kept = 0;
  return {
    say: (pcm, atMs) => {
      pieces.push({ atMs, pcm });
      kept += pcm.length;
      while (kept > keptBytes && pieces.length > 1) kept -= pieces.shift()?.pcm.length ?? 0;
      const word = lastWordMs(pcm);
      return word === undefined ? undefined : atMs + word;
    },
    between: (fromMs, toMs) => {
      if (pieces.length === 0) return undefined;
      const heard = Buffer.alloc(Math.max(0, Math.round(toMs - fromMs)) * bytesPerMs);
      for (const { atMs, pcm } of pieces) {
        const start = Math.round((atMs - fromMs) * (bytesPerMs / 2)) * 2;
        if (start < heard.length && start + pcm.length > 0) {
          pcm.copy(heard, Math.max(0, start), Math.max(0, -start));
        }
      }
      return heard;
    },
  };
}
