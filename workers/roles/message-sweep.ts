import { setTimeout as wait } from 'node:timers/promises';
import type { MessageStarter } from '../../api/message/message-starter.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import type { Repositories } from '../../db/repositories/index.ts';

export type MessageSweepParts = {
  messages: Pick<Repositories['messages'], 'due'>;
  starter: Pick<MessageStarter, 'start'>;
  log: { warn(fields: object, message: string): void };
  /** Ends early when the signal says so; without it real time. */
  pause?: (ms: number, signal: AbortSignal) => Promise<void>;
};

const EVERY_MS = 10_000;
/** More are left to the next look: one that starts thousands would keep new messages waiting. */
const AT_ONCE = 200;
const itself = systemActor('api');

const realPause = (ms: number, signal: AbortSignal): Promise<void> =>
  wait(ms, undefined, { signal }).catch(() => undefined);

/**
 * Starts the workflows of messages that have a row and none: Temporal was away, or the process died in between
 * (design §3). Several instances may do it at once: a second start of the same id only wakes the first.
 */
export function startMessageSweep(parts: MessageSweepParts): { close(): Promise<void> } {
  const { log, pause = realPause } = parts;
  const ending = new AbortController();
  const running = (async () => {
    while (!ending.signal.aborted) {
      await sweepMessages(parts).catch((error: unknown) =>
        log.warn({ said: String(error) }, 'messages wait for their workflows'),
      );
      await pause(EVERY_MS, ending.signal);
    }
  })();
  return {
    close: () => {
      ending.abort();
      return running;
    },
  };
}

/** One look. Stops at the first that Temporal does not take: the others would wait for the same. */
export async function sweepMessages({
  messages,
  starter,
}: Pick<MessageSweepParts, 'messages' | 'starter'>): Promise<number> {
  const due = await messages.due(itself, AT_ONCE);
  for (const { id, tenant } of due) await starter.start({ message: id, tenant });
  return due.length;
}
