import type { CallEvent } from '../../contracts/call/event.ts';

/**
 * Events that wait to be worked off. Update handlers only put; one loop takes. The last 256 event ids are kept, because
 * Temporal forgets Update ids at continue-as-new and FreeSWITCH events may be delivered by several switch workers.
 */
export type Inbox = {
  /**
   * Adds what is new; returns the mark to wait for. Never throws: what a handler throws fails the workflow task, which
   * then is tried for ever. `take` throws it instead, where the loop can end the call properly (R19).
   */
  put(events: readonly CallEvent[]): number;
  /** Everything that waits, a hang-up first: it overtakes, since nothing after it can reach the caller. */
  take(): CallEvent[];
  isEmpty(): boolean;
  /** Says that what was taken has been worked off. */
  settle(): void;
  workedOff(mark: number): boolean;
  seen(): string[];
};

/** 256 ids cover several seconds of events of one call, far more than any redelivery reaches back. */
const REMEMBERED = 256;

export function createInbox(carried: readonly string[] = []): Inbox {
  const remembered = new Set(carried);
  const waiting: CallEvent[] = [];
  let received = 0;
  let settled = 0;
  let fault: { error: unknown } | undefined;

  const remember = (id: string): void => {
    remembered.add(id);
    if (remembered.size <= REMEMBERED) return;
    for (const oldest of remembered) {
      remembered.delete(oldest);
      break;
    }
  };

  return {
    put(events) {
      try {
        for (const event of events) {
          if (remembered.has(event.id)) continue;
          remember(event.id);
          waiting.push(event);
          received += 1;
        }
      } catch (error) {
        fault = { error };
      }
      return received;
    },
    take() {
      if (fault !== undefined) {
        const { error } = fault;
        fault = undefined;
        throw error;
      }
      const taken = waiting.splice(0);
      const isLast = (event: CallEvent): boolean => event.type === 'hungUp' || event.type === 'mediaLost';
      return [...taken.filter(isLast), ...taken.filter((event) => !isLast(event))];
    },
    isEmpty: () => waiting.length === 0 && fault === undefined,
    settle() {
      settled = received - waiting.length;
    },
    workedOff: (mark) => settled >= mark,
    seen: () => [...remembered],
  };
}
