import { CallwrightError } from '../../contracts/errors.ts';
import type { NodeName } from '../../contracts/ids.ts';
import type { GatewayTable } from '../../freeswitch/commands/index.ts';
import type { CommandConnection } from '../../freeswitch/esl/index.ts';

/** One FreeSWITCH node as activities need it. */
export type SwitchPort = {
  node: NodeName;
  esl: Pick<CommandConnection, 'batch'>;
  /** Folders as the switch sees them, which may be another machine's. */
  promptsDir: string;
  recordingsDir: string;
  gateways: GatewayTable;
};

export type Switches = (node: NodeName) => SwitchPort;

/** Takes the configured nodes; returns the look-up, which refuses a node that this process does not know. */
export function createSwitches(ports: readonly SwitchPort[]): Switches {
  const byName = new Map(ports.map((port) => [port.node, port]));
  return (node) => {
    const port = byName.get(node);
    if (port === undefined) {
      throw new CallwrightError('switch/not-sent', `node ${node} is not in FREESWITCH_NODES of this process`);
    }
    return port;
  };
}
