import { existsSync } from 'node:fs';
import { parseNodes } from '../../../workers/config.ts';
import { connectRaw, type RawEslClient } from './raw-esl-client.ts';
import { type SipAddress, sipAddress } from './sipp.ts';
import { placeSippCall, type SippCall, tellPhone } from './sipp-caller.ts';
import { type SippPhones, startSippPhones } from './sipp-phones.ts';
import { lockSwitch } from './switch-lock.ts';
import { contractEvents, type SwitchUnderTest } from './switch-under-test.ts';

/** A real switch, started from `freeswitch/conf`, and how to reach it. */
export type RealSwitch = {
  readonly host: string;
  readonly port: number;
  readonly password: string;
  /** Its trunk profile. */
  readonly sip: SipAddress;
};

/** The first of `FREESWITCH_NODES`, with the trunk profile of `FREESWITCH_SIP`. */
export function realSwitchOf(nodes: string, sip: string): RealSwitch {
  const [node] = parseNodes(nodes);
  if (node === undefined) throw new Error('FREESWITCH_NODES names no switch');
  return { host: node.host, port: node.port, password: node.password, sip: sipAddress(sip) };
}

/** Authenticated and subscribed. */
export async function connectReal({ host, port, password }: RealSwitch): Promise<RawEslClient> {
  const client = await connectRaw(port, host);
  const reply = await client.send(`auth ${password}`);
  if (reply !== '+OK accepted') throw new Error(`the switch refuses the password: ${reply}`);
  await client.send(contractEvents);
  return client;
}

/** What the cases share: telephones, and a connection of the adapter's own. */
export type RealSwitchBench = {
  readonly open: () => Promise<SwitchUnderTest>;
  readonly close: () => Promise<void>;
};

type Parts = {
  readonly unlock: () => Promise<void>;
  readonly phones: SippPhones;
  readonly control: RawEslClient;
};

/** Brings SIPp's telephones up on first use. */
export function createRealSwitchBench(real: RealSwitch): RealSwitchBench {
  let started: Promise<Parts> | undefined;
  const start = async (): Promise<Parts> => {
    const unlock = await lockSwitch(String(real.port));
    return { unlock, phones: await startSippPhones(real.sip), control: await connectReal(real) };
  };
  return {
    open: async () => {
      started ??= start();
      const { phones, control } = await started;
      return switchUnderTest(real, phones, control);
    },
    close: async () => {
      const parts = await started?.catch(() => undefined);
      parts?.control.close();
      await parts?.phones.close();
      await parts?.unlock();
    },
  };
}

async function switchUnderTest(
  real: RealSwitch,
  phones: SippPhones,
  control: RawEslClient,
): Promise<SwitchUnderTest> {
  const calls: SippCall[] = [];
  const clients: RawEslClient[] = [];
  const kept = (client: RawEslClient): RawEslClient => {
    clients.push(client);
    return client;
  };
  const recordingsDir = await control.send('api global_getvar recordings_dir');
  return {
    name: 'real switch',
    password: real.password,
    recordingsDir,
    promptsDir: await control.send('api global_getvar cw_prompts_dir'),
    canReadRecordings: existsSync(recordingsDir),
    connectBare: async () => kept(await connectRaw(real.port, real.host)),
    connect: async () => kept(await connectReal(real)),
    placeCall: async ({ armed = false } = {}) => {
      const call = await placeSippCall(control, real.sip, '15880000');
      calls.push(call);
      // Else the dead man takes the call after 4 s.
      if (!armed) await control.send(`api sched_del ${call.uuid}`);
      return call;
    },
    farEnd: (kind) => {
      const { host, port } = phones.address(kind);
      return `sofia/external/07000000001@${host}:${port}`;
    },
    farEndHangsUp: async (uuid) => {
      await tellPhone(control, uuid, 'hang up');
    },
    close: async () => {
      // Also after a failed case: nothing of it may stay in the switch.
      for (const client of clients) client.close();
      for (const { uuid } of calls) await control.send(`api uuid_kill ${uuid}`);
      await Promise.all(calls.map(({ sipp }) => sipp.child.stop(500)));
    },
  };
}
