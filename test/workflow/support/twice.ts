import type { ExecutionContext } from 'ava';
import { createPhoneCall, type PhoneCall, type PhoneCallOptions } from './phone-call.ts';

type Play = (t: ExecutionContext) => Promise<readonly string[]>;

/**
 * Runs a case twice, in two fresh V8 contexts; both must give the same commands at the same instants: what replay needs,
 * checked in every case. `play` returns the commands of its sandbox.
 */
export const twice =
  (play: Play) =>
  async (t: ExecutionContext): Promise<void> => {
    const first = await play(t);
    t.deepEqual(await play(t), first, 'a second run gives other commands');
  };

/** Makes a test of a phone call, run {@link twice}. */
export const phoneCall = (
  options: () => PhoneCallOptions,
  script: (t: ExecutionContext, call: PhoneCall) => Promise<void>,
): ReturnType<typeof twice> =>
  twice(async (t) => {
    const call = await createPhoneCall(options());
    try {
      await script(t, call);
      return call.sandbox.commands();
    } finally {
      await call.sandbox.close();
    }
  });
