import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDialplan, createSimulator } from '../../../freeswitch/simulator/index.ts';
import { until } from '../../support/until.ts';
import { connectRaw } from './raw-esl-client.ts';
import { contractEvents, type FarEnd, type SwitchUnderTest } from './switch-under-test.ts';

const numbers: Readonly<Record<FarEnd, string>> = {
  answers: '07000000001',
  busy: '07000000002',
  declines: '07000000003',
  rings: '07000000004',
};

const promptsDir = fileURLToPath(new URL('../../../prompts', import.meta.url));

/** What `freeswitch/conf/dialplan/callwright.xml` does with a call of the trunk. */
const dialplan = createDialplan({
  variables: {
    app_disable_expand_variables: 'true',
    cw_route: 'inbound',
    hangup_after_bridge: 'false',
    playback_terminators: 'none',
    media_timeout: '300000',
  },
  before: [{ app: 'ring_ready' }],
  fallbackPrompt: join(promptsDir, 'ko/system/fallback.wav'),
});

/** The simulator on a free port, in real time. */
export async function createSimulatedSwitch(): Promise<SwitchUnderTest> {
  const password = 'a-contract-password-of-length';
  const sim = createSimulator({ password, dialplan, inboundContext: 'callwright' });
  const { esl } = await sim.start();
  const recordingsDir = mkdtempSync(join(tmpdir(), 'callwright-recordings-'));
  const control = await connectRaw(esl);
  await control.send(`auth ${password}`);
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
    promptsDir,
    recordingsDir,
    canReadRecordings: true,
    placeCall: async ({ armed = false } = {}) => {
      const call = sim.phones.place('07012345678', '15880000');
      await until(
        () => sim.channels().some(({ uuid, shown }) => uuid === call.uuid && shown.app === 'park'),
        'the dialplan has parked the call',
      );
      if (!armed) await control.send(`api sched_del ${call.uuid}`);
      return {
        uuid: call.uuid,
        press: async (keys) => {
          await control.send(`api uuid_recv_dtmf ${call.uuid} ${keys}`);
        },
        pressInSound: (keys) => call.press(keys),
        speak: async () => call.speak(1_000),
        hangUp: async () => call.hangUp(),
      };
    },
    farEnd: (kind) => `sofia/external/${numbers[kind]}@127.0.0.1:5070`,
    farEndHangsUp: async (uuid) =>
      sim.phones
        .calls()
        .find((call) => call.uuid === uuid)
        ?.hangUp(),
    close: async () => {
      control.close();
      await sim.stop();
      rmSync(recordingsDir, { recursive: true, force: true });
    },
  };
}
