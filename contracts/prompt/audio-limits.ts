/** What an upload may be (design: nothing unbounded). */
export const AUDIO_LIMITS = {
  /** Bytes of an upload. */
  bytes: 10 * 1_024 * 1_024,
  /** Sound in it, ms. */
  longestMs: 10 * 60_000,
  /** Shorter is no prompt but a click, ms. */
  shortestMs: 100,
  /** Characters of a text that is turned into speech. */
  text: 2_000,
} as const;
