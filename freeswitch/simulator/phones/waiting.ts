import { CallwrightError } from '../../../contracts/errors.ts';
import type { Clock } from '../clock/clock.ts';
import type { PhoneCall } from './phone-call.ts';

/** Presses keys one after another; resolves when the last one is on the wire. */
export function pressKeys(
  clock: Clock,
  press: (key: string) => void,
  keys: string,
  perSecond: number,
): Promise<void> {
  return new Promise((resolve) => {
    const all = [...keys];
    const at = (index: number): void => {
      const key = all[index];
      if (key !== undefined) press(key);
      if (index + 1 >= all.length) resolve();
      else clock.after(1000 / perSecond, () => at(index + 1));
    };
    at(0);
  });
}

/** Resolves as soon as `predicate` holds for the call; rejects when the call is over or `timeoutMs` have passed. */
export function waitForCall(
  clock: Clock,
  call: PhoneCall,
  predicate: (call: PhoneCall) => boolean,
  timeoutMs: number | undefined,
): Promise<PhoneCall> {
  return new Promise((resolve, reject) => {
    let settled = false;
    const settle = (finish: () => void): void => {
      if (settled) return;
      settled = true;
      stop();
      cancel();
      finish();
    };
    const fail = (why: string): void =>
      settle(() => reject(new CallwrightError('switch/failed', `the phone call never got there: ${why}`)));
    const check = (): void => {
      const state = call.state();
      if (predicate(call)) settle(() => resolve(call));
      else if (state === 'ended' || state === 'lost')
        fail(`${state} (${call.ending()?.cause ?? 'no cause'})`);
    };
    const stop = call.onChange(check);
    const cancel = timeoutMs === undefined ? () => {} : clock.after(timeoutMs, () => fail('time-out'));
    check();
  });
}
