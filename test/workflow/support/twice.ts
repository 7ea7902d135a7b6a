import type { ExecutionContext } from 'ava';
import { createPhoneCall, type PhoneCall, type PhoneCallOptions } from './phone-call.ts';

/**
 * Makes a test of a phone call. It runs twice, in two fresh V8 contexts, and both runs must give the same commands at
 * the same instants: what replay needs, checked in every case.
 */
export const phoneCall =
  (options: () => PhoneCallOptions, script: (t: ExecutionContext, call: PhoneCall) => Promise<void>) =>
  async (t: ExecutionContext): Promise<void> => {
    const first = await play(t, options(), script);
    const second = await play(t, options(), script);
    t.deepEqual(second, first, 'a second run gives other commands');
  };

async function play(
  t: ExecutionContext,
  options: PhoneCallOptions,
  script: (t: ExecutionContext, call: PhoneCall) => Promise<void>,
): Promise<readonly string[]> {
  const call = await createPhoneCall(options);
  try {
    await script(t, call);
    return call.sandbox.commands();
  } finally {
    await call.sandbox.close();
  }
}
