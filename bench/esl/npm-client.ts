import { Connection, type Event } from 'freeswitch-esl';
import { PASSWORD } from '../../freeswitch/esl/testing/fake-switch.ts';
import type { BenchClient } from './client.ts';

/** Connects the npm package `freeswitch-esl`, one connection for all, as its manual shows. */
export async function connectNpm(port: number): Promise<BenchClient> {
  const connection = new Connection();
  await new Promise<void>((resolve) => {
    connection.initializeInbound({ host: '127.0.0.1', port, password: PASSWORD, callback: () => resolve() });
  });
  await new Promise<void>((resolve) => connection.subscribe(['CHANNEL_EXECUTE_COMPLETE'], () => resolve()));
  let awaited = 0;
  let allSeen = (): void => {};
  connection.on('esl::event::CHANNEL_EXECUTE_COMPLETE::**', () => {
    awaited -= 1;
    if (awaited === 0) allSeen();
  });
  return {
    api: () => new Promise<Event>((resolve) => connection.api('status', '', resolve)),
    bgapi: () => new Promise<Event>((resolve) => connection.bgapi('status', '', resolve)),
    async events(count): Promise<void> {
      awaited = count;
      const done = new Promise<void>((resolve) => {
        allSeen = resolve;
      });
      connection.api('flood', `${count}`, () => {});
      await done;
    },
    close: () => connection.disconnect(),
  };
}
