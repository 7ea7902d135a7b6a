/** Channels side by side, samples from -1 to 1. */
export type Block = readonly Float32Array[];

/**
 * Sound as a reader hands it on: what its headers say, held against what is really in the file, before anything is
 * decoded; then the samples piece by piece, so that memory does not grow with the length.
 */
export type Source = {
  /** Hz. */
  readonly rate: number;
  /** As inspected, ms. */
  readonly ms: number;
  readonly blocks: AsyncIterable<Block> | Iterable<Block>;
};
