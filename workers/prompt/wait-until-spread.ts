import { setTimeout as delay } from 'node:timers/promises';
import { systemActor } from '../../contracts/api/actor.ts';
import { isOwnPromptPath } from '../../contracts/prompt/prompt-path.ts';
import type { PromptSpread } from '../../db/repositories/prompt-spread.ts';

export type WaitParts = {
  promptSpread: Pick<PromptSpread, 'want' | 'missing'>;
  /** Names of all switches. */
  nodes: readonly string[];
  /** Waits so many ms. */
  pause?: (ms: number) => Promise<void>;
  /** Monotonic ms. */
  now?: () => number;
};
/** Paths of prompts (shipped ones are there already) → pairs that are still missing when the time is over; none: go. */
export type WaitUntilSpread = (
  paths: readonly string[],
  timeoutMs: number,
) => Promise<{ node: string; path: string }[]>;

const LOOK_MS = 100;
const itself = systemActor('api');

/** Before a version goes live: asks the nodes for its files, and waits until every node has them. */
export function createWaitUntilSpread({
  promptSpread,
  nodes,
  pause = (ms) => delay(ms),
  now = () => performance.now(),
}: WaitParts): WaitUntilSpread {
  return async (paths, timeoutMs) => {
    const own = [...new Set(paths.filter(isOwnPromptPath))];
    if (own.length === 0) return [];
    await promptSpread.want(itself, own);
    const until = now() + timeoutMs;
    for (;;) {
      const missing = await promptSpread.missing(itself, nodes, own);
      if (missing.length === 0 || now() >= until) return missing;
      await pause(LOOK_MS);
    }
  };
}
