export type CountWatchOptions = {
  /** Channels that live in the switch; undefined when it does not say. */
  count(): Promise<number | undefined>;
  /** Channels that we know of by their events. */
  live(): number;
  /** Compares channel by channel: the reconcile. */
  lookCloser(): Promise<void>;
};

/**
 * A look at one number, cheap enough for each second: a caller whose arrival nobody heard has 4 s until his dead-man
 * transfer, which is shorter than any reconcile of the whole list could be repeated. The same difference twice in a row
 * is no event that is merely on its way. Channels of others are found once, and then belong to the expected difference.
 */
export function createCountWatch(options: CountWatchOptions): () => Promise<void> {
  let others = 0;
  let before = 0;
  let looking = false;

  async function look(): Promise<void> {
    const count = await options.count();
    if (count === undefined) return;
    const more = count - options.live() - others;
    const again = more !== 0 && more === before;
    before = more;
    if (!again) return;
    before = 0;
    await options.lookCloser();
    const after = await options.count();
    if (after !== undefined) others = after - options.live();
  }

  return async () => {
    if (looking) return;
    looking = true;
    // What cannot be counted now is counted next time; the reconcile reports a switch that does not answer.
    await look().catch(() => undefined);
    looking = false;
  };
}
