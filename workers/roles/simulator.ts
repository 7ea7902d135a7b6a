import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createControlServer } from '../../freeswitch/simulator/control/index.ts';
import { createDialplan, createSimulator } from '../../freeswitch/simulator/index.ts';
import { readEnvironment } from '../config.ts';
import { createLog } from '../log.ts';
import { followSupervisor } from '../parts/follow-supervisor.ts';
import { openHome } from '../parts/home.ts';
import { readSecret } from '../parts/secrets.ts';
import { COLLEAGUE } from '../setup/demo-numbers.ts';

const promptsDir = fileURLToPath(new URL('../../prompts', import.meta.url));

/** What the dialplan of `freeswitch/conf` sets on a call of the trunk before it parks it. */
const INBOUND_VARIABLES = {
  app_disable_expand_variables: 'true',
  cw_route: 'inbound',
  hangup_after_bridge: 'false',
  playback_terminators: 'none',
};

/** What it sets on those of registered phones: the numbers of drafts on trial are answered to nobody else. */
const PHONE_VARIABLES = { cw_route: 'phone' };

/** The development stand-in for FreeSWITCH, with a colleague at an extension who takes calls. */
export async function runSimulator(env: NodeJS.ProcessEnv): Promise<void> {
  const environment = readEnvironment(env);
  const log = createLog('simulator', environment.LOG_LEVEL);
  const simulator = createSimulator({
    password: readSecret(openHome(environment.CALLWRIGHT_HOME), 'switch-password'),
    eslPort: environment.SIMULATOR_ESL_PORT,
    inboundContext: 'callwright',
    dialplan: createDialplan({
      variables: INBOUND_VARIABLES,
      phoneVariables: PHONE_VARIABLES,
      before: [{ app: 'ring_ready' }],
      promptsDir,
      fallbackPrompt: join(promptsDir, 'ko/system/fallback.wav'),
    }),
  });
  simulator.phone({ number: COLLEAGUE, registered: true, behaviour: { kind: 'answer', afterMs: 2_000 } });
  await simulator.start();
  const control = await createControlServer(simulator, { port: environment.SIMULATOR_CONTROL_PORT });
  const { ready } = followSupervisor(async () => {
    await control.close();
    await simulator.stop();
  });
  ready();
  log.info({ esl: simulator.ports().esl }, 'switch simulator is ready');
}
