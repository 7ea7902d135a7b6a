/** What a role gets from following its supervisor. */
export interface Following {
  /** Tells the supervisor (if there is one) that this process does its work. */
  ready(): void;
}

const END_WITHIN_MS = 7_000;

/**
 * To be called by every child of the supervisor: runs `end` once, when a SIGTERM or SIGINT comes or when the
 * supervisor is gone (its IPC channel closes, also after `kill -9`), and leaves the process after it, at the latest
 * after 7 s. Exit code 0 when asked, 1 when `end` failed or took too long.
 */
export function followSupervisor(end: () => Promise<void>): Following {
  let ending = false;
  const leave = (): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), END_WITHIN_MS).unref();
    end().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', leave);
  process.on('SIGINT', leave);
  if (process.send !== undefined) process.on('disconnect', leave);
  return {
    // The supervisor may be gone at this very moment: the callback swallows the closed channel.
    ready: () => process.send?.('ready', undefined, undefined, () => undefined),
  };
}
