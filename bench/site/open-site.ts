import { createSimulatorCaller } from './simulator-caller.ts';
import { createSippCaller } from './sipp-caller.ts';
import type { Site } from './site.ts';
import type { SwitchAddress } from './switch-address.ts';
import { openWitness } from './witness.ts';

/** Takes where a switch is; returns it with a witness and with callers: phones of the simulator, or SIPp. */
export async function openSite(address: SwitchAddress): Promise<Site & { close(): void }> {
  const { controlPort, sip } = address;
  if (controlPort === undefined && sip === undefined)
    throw new Error('FREESWITCH_NODES is set: set FREESWITCH_SIP to host:port of its trunk profile as well');
  const witness = await openWitness(address.esl);
  const caller =
    controlPort === undefined
      ? createSippCaller(sip ?? '')
      : await createSimulatorCaller(controlPort, witness);
  return {
    witness,
    caller,
    close() {
      caller.close();
      witness.close();
    },
  };
}
