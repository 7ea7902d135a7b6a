import type { Cancel } from '../clock/clock.ts';
import type { Core } from '../core/core.ts';
import type { SwitchEvent } from '../core/event-bus.ts';
import type { FaultFilter } from './faults.ts';
import { eventFrame } from './render.ts';
import type { Subscription } from './subscription.ts';

/** Hands events to one connection at the moments at which a real switch would. */
export type Delivery = {
  /** A command is being worked on: nothing may be written. */
  readonly hold: () => void;
  /** The reply has been written: everything that waits follows at once. */
  readonly release: () => void;
  readonly stop: () => void;
};

type DeliveryOptions = {
  readonly core: Core;
  readonly eventPollMs: number;
  readonly faults: FaultFilter;
  readonly write: (frame: Buffer) => void;
};

/**
 * The event socket looks at its queue once in `eventPollMs` and after every command (design §2): an idle client gets an
 * event up to 20 ms late, one that keeps sending small commands gets it at once. 0 = always at once.
 */
export function createDelivery(options: DeliveryOptions, subscription: Subscription): Delivery {
  const { core, eventPollMs, faults, write } = options;
  const { clock, bus } = core;
  let queue: SwitchEvent[] = [];
  let held = false;
  let lastPoll = clock.now();
  let timer: Cancel | undefined;

  const flush = (): void => {
    timer?.();
    timer = undefined;
    lastPoll = clock.now();
    if (queue.length === 0) return;
    const { now, later } = faults.arrange(queue);
    queue = [...later];
    if (now.length > 0) write(Buffer.concat(now.map((event) => eventFrame(event, subscription.format()))));
    if (queue.length > 0) schedule();
  };

  const schedule = (): void => {
    if (timer || held) return;
    if (eventPollMs <= 0) {
      timer = clock.after(0, flush);
      return;
    }
    const polls = Math.floor((clock.now() - lastPoll) / eventPollMs) + 1;
    timer = clock.after(lastPoll + polls * eventPollMs - clock.now(), flush);
  };

  const stopListening = bus.listen({
    wants: subscription.wants,
    deliver: (event) => {
      for (let copies = faults.copies(event.name); copies > 0; copies--) queue.push(event);
      if (queue.length > 0) schedule();
    },
  });

  return {
    hold: () => {
      held = true;
      timer?.();
      timer = undefined;
    },
    release: () => {
      held = false;
      flush();
    },
    stop: () => {
      stopListening();
      timer?.();
      queue = [];
    },
  };
}
