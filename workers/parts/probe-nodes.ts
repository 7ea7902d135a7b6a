import { CallwrightError } from '../../contracts/errors.ts';
import { createCommandConnection } from '../../freeswitch/esl/index.ts';
import type { NodeAddress } from '../config.ts';

/** Long enough for a switch on another continent, short enough for somebody who waits at a terminal. */
const ANSWER_MS = 5_000;

/**
 * Looks once whether every node of FREESWITCH_NODES answers and lets us in; throws `config/invalid` with what to do.
 * Only `npm start` asks: a role alone waits for its switch.
 */
export async function probeNodes(nodes: readonly NodeAddress[]): Promise<void> {
  await Promise.all(nodes.map(probe));
}

function probe({ node, host, port, password }: NodeAddress): Promise<void> {
  return new Promise((resolve, reject) => {
    const give = (words: string): void => {
      clearTimeout(timer);
      connection.close();
      reject(new CallwrightError('config/invalid', words));
    };
    const silent = `no FreeSWITCH answers at ${host}:${port} (node ${node}): start it, or correct FREESWITCH_NODES`;
    const timer = setTimeout(() => give(silent), ANSWER_MS);
    const connection = createCommandConnection({
      host,
      port,
      password,
      name: node,
      onStateChange: (state, reason) => {
        if (state === 'up') {
          clearTimeout(timer);
          connection.close();
          resolve();
        } else if (state === 'refused') {
          give(
            `FreeSWITCH at ${host}:${port} (node ${node}) refused us, ${reason}: correct FREESWITCH_NODES or its access list`,
          );
        } else if (state === 'down') give(silent);
      },
    });
  });
}
