/**
 * What bounds the work of one template (S14). Within them parsing, checking and filling in take a few milliseconds, so
 * no clock has to stop anything.
 */
export const TEMPLATE_LIMITS = {
  /** Characters (UTF-16 units) of the text as written. */
  source: 2_000,
  /** Characters of the filled-in text, and of each value: longer ones fit no channel. */
  output: 2_000,
  /** Blocks within blocks. */
  depth: 8,
  /** Texts, names, values and blocks that the parser finds. */
  parts: 200,
  /** Problems told at once. */
  problems: 20,
} as const;
