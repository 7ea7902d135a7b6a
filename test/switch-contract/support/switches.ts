import { createRealSwitchBench, realSwitchOf } from './real-switch.ts';
import { createSimulatedSwitch } from './simulated-switch.ts';
import { hasSipp } from './sipp.ts';
import type { SwitchUnderTest } from './switch-under-test.ts';

/** A switch to hold against the contract, or why it is left out. */
export type Candidate =
  | {
      readonly name: string;
      /** One case after another: a machine full of SIPps keeps no time. */
      readonly serial: boolean;
      readonly open: () => Promise<SwitchUnderTest>;
      readonly close: () => Promise<void>;
    }
  | { readonly name: string; readonly skipped: string };

/** Why there is no real switch to test, or undefined. */
export function whyNoRealSwitch(env: NodeJS.ProcessEnv): string | undefined {
  if (!env.FREESWITCH_NODES) return 'FREESWITCH_NODES is not set: nothing real to hold against the contract';
  if (!env.FREESWITCH_SIP)
    return 'FREESWITCH_SIP is not set: host:port of the switch’s trunk profile, where SIPp is to call';
  if (!hasSipp()) return 'there is no sipp on PATH (Debian: apt install sip-tester), so nobody can call';
  return undefined;
}

/**
 * The simulator always; a real switch when FREESWITCH_NODES names one, FREESWITCH_SIP its trunk profile, and there is
 * SIPp to call it.
 */
export function candidates(env: NodeJS.ProcessEnv): readonly Candidate[] {
  const simulator: Candidate = {
    name: 'simulator',
    serial: false,
    open: createSimulatedSwitch,
    close: () => Promise.resolve(),
  };
  const skipped = whyNoRealSwitch(env);
  if (skipped !== undefined) return [simulator, { name: 'real switch', skipped }];
  const bench = createRealSwitchBench(realSwitchOf(env.FREESWITCH_NODES ?? '', env.FREESWITCH_SIP ?? ''));
  return [simulator, { name: 'real switch', serial: true, ...bench }];
}
