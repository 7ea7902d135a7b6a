import { randomUUID } from 'node:crypto';
import {
  createCommandConnection,
  createEventConnection,
  createJobRegistry,
} from '../../freeswitch/esl/index.ts';
import { PASSWORD } from '../../freeswitch/esl/testing/fake-switch.ts';
import { until } from '../../freeswitch/esl/testing/until.ts';
import type { BenchClient } from './client.ts';

const TIMEOUT_MS = 120_000;

/** Connects our client, its command and its event connection, as a switch worker does. */
export async function connectOurs(port: number): Promise<BenchClient> {
  const jobs = createJobRegistry();
  const endpoint = { host: '127.0.0.1', port, password: PASSWORD, jobs };
  let awaited = 0;
  let allSeen = (): void => {};
  const events = createEventConnection({
    ...endpoint,
    events: ['CHANNEL_EXECUTE_COMPLETE'],
    onEvent: (event) => {
      if (event.name !== 'CHANNEL_EXECUTE_COMPLETE') return;
      awaited -= 1;
      if (awaited === 0) allSeen();
    },
  });
  const commands = createCommandConnection(endpoint);
  await until(() => events.coreUuid() !== undefined && commands.state() === 'up', 'connected');

  return {
    api: () => commands.api('status', { timeoutMs: TIMEOUT_MS }),
    bgapi: () => commands.bgapi('status', { jobUuid: randomUUID(), timeoutMs: TIMEOUT_MS }),
    async events(count): Promise<void> {
      awaited = count;
      const done = new Promise<void>((resolve) => {
        allSeen = resolve;
      });
      await commands.api(`flood ${count}`);
      await done;
    },
    close(): void {
      commands.close();
      events.close();
    },
  };
}
