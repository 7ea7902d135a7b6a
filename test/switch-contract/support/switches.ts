import { createSimulatedSwitch } from './simulated-switch.ts';
import type { SwitchUnderTest } from './switch-under-test.ts';

/** A switch to hold against the contract, or why it is left out. */
export type Candidate =
  | { readonly name: string; readonly open: () => Promise<SwitchUnderTest> }
  | { readonly name: string; readonly skipped: string };

/**
 * The simulator always; a real switch when FREESWITCH_NODES names one and there is a far end to call it (SIPp, from
 * Debian's `sip-tester`).
 */
export function candidates(env: NodeJS.ProcessEnv): readonly Candidate[] {
  const simulator: Candidate = { name: 'simulator', open: createSimulatedSwitch };
  const real: Candidate = {
    name: 'real switch',
    skipped: env.FREESWITCH_NODES
      ? 'FREESWITCH_NODES is set, but there is no far end to place calls with yet: npm run test:switch brings SIPp'
      : 'FREESWITCH_NODES is not set: nothing real to hold against the contract',
  };
  return [simulator, real];
}
