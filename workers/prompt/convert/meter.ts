import type { AudioWarning } from '../../../contracts/prompt/kinds.ts';
import type { Block } from './source.ts';

/** Listens to a file on its way, and says what a person would hear of it. */
export type Meter = {
  /** Takes the channels and their mean. */
  listen(block: Block, mono: Float32Array): void;
  warnings(): AudioWarning[];
};

/** -54 dB: a line without a voice. -24 dB: hardly heard on a telephone. */
const SILENT = 0.002;
const QUIET = 0.063;
const FULL = 0.999;
/** Of all samples: single ones at the edge are loud, not cut off. */
const CLIPPED = 0.001;

/** A meter that has heard nothing. */
export function createMeter(): Meter {
  let peak = 0;
  let full = 0;
  let samples = 0;
  return {
    listen(block, mono) {
      for (const sample of mono) peak = Math.max(peak, Math.abs(sample));
      for (const channel of block) {
        samples += channel.length;
        for (const sample of channel) if (Math.abs(sample) >= FULL) full += 1;
      }
    },
    warnings: () => [
      ...(peak < SILENT ? (['silent'] as const) : peak < QUIET ? (['quiet'] as const) : []),
      ...(full > samples * CLIPPED ? (['clipped'] as const) : []),
    ],
  };
}
