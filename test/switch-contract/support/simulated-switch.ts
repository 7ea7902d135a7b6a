import { createDialplan, createSimulator } from '../../../freeswitch/simulator/index.ts';
import { connectRaw } from './raw-esl-client.ts';
import { contractEvents, type FarEnd, type SwitchUnderTest } from './switch-under-test.ts';

const numbers: Readonly<Record<FarEnd, string>> = {
  answers: '07000000001',
  busy: '07000000002',
  declines: '07000000003',
  rings: '07000000004',
};

/** The simulator on a free port, in real time. */
export async function createSimulatedSwitch(): Promise<SwitchUnderTest> {
  const password = 'a-contract-password-of-length';
  const sim = createSimulator({ password, dialplan: createDialplan({ deadManSeconds: 0 }) });
  const { esl } = await sim.start();
  sim.phone({ number: numbers.answers, behaviour: { kind: 'answer' } });
  sim.phone({ number: numbers.busy, behaviour: { kind: 'busy' } });
  sim.phone({ number: numbers.declines, behaviour: { kind: 'reject', code: 603 } });
  sim.phone({ number: numbers.rings, behaviour: { kind: 'ring-only' } });
  return {
    name: 'simulator',
    password,
    connectBare: () => connectRaw(esl),
    connect: async () => {
      const client = await connectRaw(esl);
      await client.send(`auth ${password}`);
      await client.send(contractEvents);
      return client;
    },
    placeCall: async () => {
      const call = sim.phones.place('07012345678', '15880000');
      return {
        uuid: call.uuid,
        press: (keys) => call.press(keys),
        hangUp: async () => call.hangUp(),
      };
    },
    farEnd: (kind) => `sofia/external/${numbers[kind]}@127.0.0.1:5070`,
    close: sim.stop,
  };
}
