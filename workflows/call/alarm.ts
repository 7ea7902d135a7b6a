import { sleep } from '@temporalio/workflow';

/**
 * Wakes the loop at the earliest instant that was ever asked for. A timer costs the server two events and a write, so
 * one that is already running for an earlier instant is left alone: deadlines mostly move later, and waking once too
 * often is cheaper than cancelling and starting a timer in every turn.
 */
export type Alarm = {
  /** Makes sure that the loop wakes at `dueAt` (ms) at the latest. */
  setBy(dueAt: number | undefined): void;
  /** True once after a timer fired. */
  rang(): boolean;
};

/** `wakeAfter` is the workflow's own durable timer, ms. */
export function createAlarm(wakeAfter: (ms: number) => Promise<void> = sleep): Alarm {
  let armedFor: number | undefined;
  let ringing = false;

  return {
    setBy(dueAt) {
      if (dueAt === undefined || (armedFor !== undefined && armedFor <= dueAt)) return;
      armedFor = dueAt;
      void wakeAfter(Math.max(1, dueAt - Date.now())).then(() => {
        ringing = true;
        if (armedFor === dueAt) armedFor = undefined;
      });
    },
    rang() {
      const was = ringing;
      ringing = false;
      return was;
    },
  };
}
