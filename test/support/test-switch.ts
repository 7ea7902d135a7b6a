import { fileURLToPath } from 'node:url';
import { type ControlClient, connectControl } from '../../freeswitch/simulator/control/index.ts';
import { openHome } from '../../workers/parts/home.ts';
import type { PartLog } from '../../workers/parts/part-log.ts';
import { freePort } from '../../workers/parts/ports.ts';
import { readSecret } from '../../workers/parts/secrets.ts';
import { createSupervisor } from '../../workers/parts/supervisor.ts';
import { killed } from './kill-child.ts';
import { createTcpProxy, type TcpProxy } from './tcp-proxy.ts';

const script = fileURLToPath(new URL('../../workers/start.ts', import.meta.url));

/** A switch simulator in a process of its own, with a proxy between it and our roles. */
export type TestSwitch = {
  /** What `FREESWITCH_NODES` says: the node by way of the proxy. */
  readonly nodes: string;
  readonly proxy: TcpProxy;
  /** Where the api reaches its phones, for the telephone in the browser. */
  readonly controlPort: number;
  /** The phones; another connection after a kill. */
  phones(): ControlClient;
  /** `kill -9`, and back with a new Core-UUID: every call in it is gone without a word. */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

export const NODE_NAME = 'simulator';

export async function startTestSwitch(options: {
  home: string;
  log: PartLog;
  env: Readonly<Record<string, string>>;
  output: (name: string, line: string) => void;
}): Promise<TestSwitch> {
  const home = openHome(options.home);
  const password = readSecret(home, 'switch-password');
  const [eslPort, controlPort] = [await freePort(), await freePort()];
  const supervisor = createSupervisor({ log: options.log, output: options.output });
  await supervisor.start({
    name: 'simulator',
    argv: [process.execPath, script, '--role', 'simulator'],
    env: {
      ...options.env,
      CALLWRIGHT_HOME: home.root,
      SIMULATOR_ESL_PORT: String(eslPort),
      SIMULATOR_CONTROL_PORT: String(controlPort),
    },
  });
  const proxy = await createTcpProxy({ host: '127.0.0.1', port: eslPort });
  let phones = await connectControl({ port: controlPort });
  return {
    nodes: `${NODE_NAME}=esl://:${password}@127.0.0.1:${proxy.port}`,
    proxy,
    controlPort,
    phones: () => phones,
    async kill() {
      await killed(supervisor, 'simulator');
      phones = await connectControl({ port: controlPort });
    },
    async stop() {
      phones.close();
      await proxy.close();
      await supervisor.stop();
    },
  };
}
