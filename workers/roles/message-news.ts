import type { MessageStarter } from '../../api/message/message-starter.ts';
import type { ChangedMessage } from '../../db/repositories/message-sends.ts';

export type MessageNews = {
  /** Tells the workflows of these messages to look at their ledgers; returns at once, and never fails. */
  tell(changed: readonly Pick<ChangedMessage, 'id' | 'tenant' | 'open'>[]): void;
  /** Sends what is still held back. */
  close(): Promise<void>;
};

/** 10,000 reports within a minute are 60 signals then, not 10,000: a workflow takes about five a second. */
const EVERY_MS = 1_000;

export type MessageNewsParts = {
  starter: MessageStarter;
  warn(error: unknown): void;
  /** Calls back after so many ms, once. */
  later?: (ms: number, run: () => void) => void;
};

/** Gathers news of messages: the first goes at once, then at most one a second for each message. */
export function createMessageNews({ starter, warn, later = inTime }: MessageNewsParts): MessageNews {
  const resting = new Map<string, (() => Promise<void>) | undefined>();
  const running = new Set<Promise<void>>();

  function send(id: string, signal: () => Promise<void>): void {
    resting.set(id, undefined);
    const sent = signal()
      .catch(warn)
      .finally(() => running.delete(sent));
    running.add(sent);
    later(EVERY_MS, () => {
      const next = resting.get(id);
      resting.delete(id);
      if (next !== undefined) send(id, next);
    });
  }
  return {
    tell(changed) {
      for (const { id, tenant, open } of changed) {
        // A late report may leave a fall-back to be sent although the workflow is over: then it begins anew.
        const signal = (): Promise<void> =>
          open > 0 ? starter.start({ message: id, tenant }) : starter.news(id);
        if (resting.has(id)) resting.set(id, signal);
        else send(id, signal);
      }
    },
    async close() {
      for (const signal of resting.values()) {
        if (signal !== undefined) running.add(signal().catch(warn));
      }
      resting.clear();
      await Promise.all(running);
    },
  };
}

const inTime = (ms: number, run: () => void): void => void setTimeout(run, ms).unref();
