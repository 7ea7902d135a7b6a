import type { Clock } from '../clock/clock.ts';
import type { CalleeLeg } from '../core/core.ts';
import type { RefusalCode } from '../core/hangup-causes.ts';
import type { PhoneCall } from './phone-call.ts';

/** Keys that a phone presses by itself. */
export type KeyPlan = {
  readonly keys: string;
  /** ms after the answer … */
  readonly afterMs?: number;
  /** … or as soon as a sound begins whose source contains this text. */
  readonly whenHears?: string;
  readonly perSecond?: number;
};

/** What a called phone does. All times in ms. */
export type PhoneBehaviour =
  | {
      readonly kind: 'answer';
      /** How long it rings first; 0 = answers at once. */
      readonly afterMs?: number;
      /** Hangs up so long after its answer. */
      readonly hangUpAfterMs?: number;
      readonly presses?: readonly KeyPlan[];
    }
  | { readonly kind: 'reject'; readonly code: RefusalCode; readonly afterMs?: number }
  | { readonly kind: 'busy' }
  | { readonly kind: 'ring-only' }
  /** A person decides: the test answers, refuses or lets it ring. */
  | { readonly kind: 'manual' };

/** A call that reached a phone: the person's view and the wires. */
export type ReceivedCall = { readonly call: PhoneCall; readonly leg: CalleeLeg; readonly ring: () => void };

function pressBy(clock: Clock, call: PhoneCall, plan: KeyPlan): void {
  const press = (): void => void call.press(plan.keys, { perSecond: plan.perSecond ?? 10 });
  if (plan.whenHears === undefined) {
    clock.after(plan.afterMs ?? 0, press);
    return;
  }
  const wanted = plan.whenHears;
  const stop = call.onChange(() => {
    if (!call.hearsNow()?.source.includes(wanted)) return;
    stop();
    clock.after(plan.afterMs ?? 0, press);
  });
}

/** Carries a behaviour out on a call that has just come in. */
export function behave(clock: Clock, behaviour: PhoneBehaviour, { call, leg, ring }: ReceivedCall): void {
  switch (behaviour.kind) {
    case 'busy':
      leg.reject(486);
      return;
    case 'reject':
      if (!behaviour.afterMs) {
        leg.reject(behaviour.code);
        return;
      }
      ring();
      clock.after(behaviour.afterMs, () => leg.reject(behaviour.code));
      return;
    case 'ring-only':
    case 'manual':
      ring();
      return;
    case 'answer':
      ring();
      for (const plan of behaviour.presses ?? []) {
        const stop = call.onChange(() => {
          if (call.state() !== 'answered') return;
          stop();
          pressBy(clock, call, plan);
        });
      }
      clock.after(behaviour.afterMs ?? 0, () => {
        leg.answer();
        if (behaviour.hangUpAfterMs !== undefined) clock.after(behaviour.hangUpAfterMs, leg.hangUp);
      });
      return;
  }
}
