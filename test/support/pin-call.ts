import type { CallView } from '../../freeswitch/simulator/control/index.ts';
import { PIN_LINE } from '../../workers/setup/demo-numbers.ts';
import type { TestEngine } from './engine.ts';
import { heardPrompts, hearsNow, isOver } from './menu-call.ts';

const ENTER = 'ko/pin/enter.wav';
/** The one that the shipped scenario accepts. */
export const RIGHT_PIN = '246810';

/** Calls the PIN line and types these PINs, each when asked for it; returns the call once it is over. */
export async function placePinCall(
  engine: TestEngine,
  caller: { number: string; name: string },
  pins: readonly string[],
): Promise<CallView> {
  const phones = engine.phones();
  const { uuid } = await phones.placeCall(caller.number, PIN_LINE, { callerName: caller.name });
  for (const [index, pin] of pins.entries()) {
    const asked = (call: CallView): boolean =>
      hearsNow(call, ENTER) && heardPrompts(call).filter((one) => one === ENTER).length > index;
    const call = await phones.waitFor(uuid, (view) => isOver(view) || asked(view));
    if (isOver(call)) return call;
    await phones.press(uuid, pin);
  }
  return phones.waitFor(uuid, isOver);
}
