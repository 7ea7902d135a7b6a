import type { CallEvent } from '../../contracts/call/event.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import type { CallId } from '../../contracts/ids.ts';
import type { Deliver } from './deliver.ts';

/**
 * Per channel one queue with one Update outstanding; what arrives meanwhile goes together in the next (design §1.2).
 * That keeps the order of a channel's events without any order between channels.
 */
export type Router = {
  push(call: CallId, event: CallEvent, start?: CallInput): void;
  /** Channels with events that no workflow has acknowledged yet. */
  pending(): number;
  close(): void;
};

export type RouterOptions = {
  deliver: Deliver;
  /**
   * Called for each event as it comes, done when it was worked off: the watch over callers who wait for a slow engine,
   * which may be slow with the batch before.
   */
  onSending(call: CallId, events: readonly CallEvent[]): { done(): void };
  onDelivered(call: CallId, events: readonly CallEvent[], startedAt: number): void;
  onNoWorkflow(call: CallId, events: readonly CallEvent[]): void;
};

type Line = { waiting: CallEvent[]; watches: { done(): void }[]; start?: CallInput };

export function createRouter(options: RouterOptions): Router {
  const lines = new Map<CallId, Line>();
  const stop = new AbortController();

  async function work(call: CallId, line: Line): Promise<void> {
    while (line.waiting.length > 0) {
      const events = line.waiting.splice(0);
      // Taken with its events: a later arrival must not lose its own to the end of this delivery.
      const { start } = line;
      delete line.start;
      const watches = line.watches.splice(0);
      const startedAt = performance.now();
      try {
        const batch = { call, events, ...(start === undefined ? {} : { start }) };
        const delivered = await options.deliver(batch, stop.signal);
        if (delivered === 'delivered') options.onDelivered(call, events, startedAt);
        else options.onNoWorkflow(call, events);
      } finally {
        for (const watch of watches) watch.done();
      }
    }
    // In the same tick as the last look at `waiting`: an event that came between the two would be lost.
    lines.delete(call);
  }

  return {
    push(call, event, start) {
      const known = lines.get(call);
      if (known !== undefined) {
        known.waiting.push(event);
        known.watches.push(options.onSending(call, [event]));
        if (start !== undefined) known.start = start;
        return;
      }
      const watches = [options.onSending(call, [event])];
      const line: Line = { waiting: [event], watches, ...(start === undefined ? {} : { start }) };
      lines.set(call, line);
      work(call, line).catch(() => lines.delete(call));
    },
    pending: () => lines.size,
    close: () => stop.abort(),
  };
}
