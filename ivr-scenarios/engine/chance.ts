import type { Draft } from './draft.ts';

/**
 * The next draw of the call, 0 ≤ x < 1: a hash of its seed and of how often it drew, so that a replay draws the same.
 * Mixing as in the 32-bit finaliser of MurmurHash3.
 */
export function draw(draft: Draft): number {
  const { state } = draft;
  const count = (state.draws ?? 0) + 1;
  state.draws = count;
  let mixed = ((state.seed ?? 1) + Math.imul(count, 0x9e3779b9)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
}
