import type { CallEvent } from '../../../contracts/call/event.ts';
import type { SwitchVerb } from '../../../contracts/call/verb.ts';
import {
  decides,
  type FarEvent,
  farEvents,
  type SimulatedInput,
} from '../../../ivr-scenarios/simulate/far-end.ts';
import { CORE } from './call-input.ts';
import { type ChannelDouble, note } from './channel-double.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What really arrives of an event, and when; none: it is lost. */
export type Faults = (event: CallEvent, number: number) => readonly { event: CallEvent; afterMs: number }[];

export type CallerOptions = {
  channel: ChannelDouble;
  clock(): VirtualClock;
  /** Decisions as `simulate` takes them; when they are used up, nobody does anything any more. */
  inputs: SimulatedInput[];
  faults?: Faults | undefined;
  /** Hands an event of the channel to the engine. */
  deliver(event: CallEvent): void;
};

/** Somebody on the phone: hears prompts in full, takes 1.5 s for a decision. */
export type Caller = {
  /** Reacts to a verb that reached the channel. */
  follow(verb: SwitchVerb): void;
  /** Makes something happen on the channel now. */
  tell(event: FarEvent): void;
  hangUp(): void;
  /** Gives an event its id and instant. */
  stamp(event: FarEvent): CallEvent;
};

const DECIDE_MS = 1_500;

export function createCaller(options: CallerOptions): Caller {
  const { channel, inputs, deliver } = options;
  let sequence = 0;
  const later = (ms: number, run: () => void): void => {
    const clock = options.clock();
    clock.schedule(clock.now() + ms, run);
  };
  const stamp = (event: FarEvent): CallEvent => {
    sequence += 1;
    return { ...event, id: `${CORE}:${sequence}`, at: options.clock().now() } as CallEvent;
  };

  function tell(event: FarEvent): void {
    const stamped = stamp(event);
    note(channel, stamped);
    for (const { event: real, afterMs } of options.faults?.(stamped, sequence) ?? [
      { event: stamped, afterMs: 0 },
    ]) {
      if (afterMs === 0) deliver(real);
      else later(afterMs, () => deliver(real));
    }
  }
  const hangUp = (): void => {
    if (channel.alive) tell({ type: 'hungUp', cause: 'NORMAL_CLEARING', by: 'caller' });
  };

  return {
    tell,
    hangUp,
    stamp,
    follow(verb) {
      const input = decides(verb) ? inputs.shift() : undefined;
      if (input === 'hangup') return later(DECIDE_MS, hangUp);
      for (const event of farEvents(verb, input)) {
        later(verb.kind === 'play' ? verb.expectMs : DECIDE_MS, () => {
          if (channel.alive) tell(event);
        });
      }
    },
  };
}
