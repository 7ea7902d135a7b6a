import { runCommands } from '../../activities/shared/run-commands.ts';
import type { SwitchPort } from '../../activities/shared/switch-port.ts';
import { countChannels, parseChannels, parseCount, showChannels } from '../../freeswitch/commands/index.ts';
import type { LiveCalls } from './live-calls.ts';

export type DifferenceWatchOptions = {
  /** What the switch has and we do not know of, or the reverse, by name; undefined when the switch does not say. */
  differences(): Promise<string[] | undefined>;
  /** Settles what can be settled: the reconcile. */
  lookCloser(): Promise<void>;
};

/** So many looks long a difference is left alone that a closer look has left: somebody else's channel. */
const LEFT_FOR_LOOKS = 5;
/** Up to so many channels the list itself is compared; above, only their number, which costs the switch nothing. */
const LISTED = 40;

/**
 * A look so cheap that it can be had each second: a caller whose arrival nobody heard has 4 s until his dead-man
 * transfer, which is shorter than any reconcile with the database could be repeated. The same difference twice in a row
 * is no event that is merely on its way.
 */
export function createDifferenceWatch(options: DifferenceWatchOptions): () => Promise<void> {
  let before = new Set<string>();
  let left = new Set<string>();
  let looks = 0;
  let looking = false;

  async function look(): Promise<void> {
    looks += 1;
    if (looks % LEFT_FOR_LOOKS === 0) left = new Set();
    const found = (await options.differences())?.filter((difference) => !left.has(difference)) ?? [];
    const again = found.some((difference) => before.has(difference));
    before = new Set(again ? [] : found);
    if (!again) return;
    await options.lookCloser();
    left = new Set(await options.differences());
  }

  return async () => {
    if (looking) return;
    looking = true;
    // What cannot be compared now is compared next time; the reconcile reports a switch that does not answer.
    await look().catch(() => undefined);
    looking = false;
  };
}

/** Compares the channels of a node with those that we know by their events. */
export const differencesOf =
  (port: SwitchPort, live: LiveCalls): DifferenceWatchOptions['differences'] =>
  async () => {
    if (live.size() > LISTED) {
      const count = parseCount((await runCommands(port, [countChannels()]))[0] ?? '');
      if (count === undefined) return undefined;
      return count === live.size() ? [] : [`${count - live.size()} more`];
    }
    const channels = parseChannels((await runCommands(port, [showChannels()]))[0] ?? '');
    if (channels === undefined) return undefined;
    const known = new Set<string>(live.all());
    const there = new Set(channels.map(({ uuid }) => uuid));
    return [...there]
      .filter((uuid) => !known.has(uuid))
      .concat([...known].filter((uuid) => !there.has(uuid)));
  };
