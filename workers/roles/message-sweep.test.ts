import { once } from 'node:events';
import test from 'ava';
import { CallwrightError } from '../../contracts/errors.ts';
import type { MessageInput } from '../../contracts/message/names.ts';
import type { DueMessage } from '../../db/repositories/messages.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { startMessageSweep, sweepMessages } from './message-sweep.ts';

const row = (id: string): DueMessage => ({ id, tenant: DEMO_TENANT });
const away = (): CallwrightError => new CallwrightError('temporal/unavailable', 'away');

test('every message without a workflow is started', async (t) => {
  const started: MessageInput[] = [];
  const count = await sweepMessages({
    messages: { due: async () => [row('a'), row('b')] },
    starter: { start: async (input) => void started.push(input) },
  });
  t.is(count, 2);
  t.deepEqual(started, [
    { message: 'a', tenant: DEMO_TENANT },
    { message: 'b', tenant: DEMO_TENANT },
  ]);
});

test('while Temporal is away the sweep goes on, asks for one only, and starts all once it is back', async (t) => {
  const asked: string[] = [];
  const warned: string[] = [];
  let serves = false;
  const { promise: all, resolve } = Promise.withResolvers<void>();
  const sweep = startMessageSweep({
    messages: { due: async () => [row('a'), row('b')] },
    starter: {
      async start({ message }) {
        asked.push(message);
        if (!serves) throw away();
        if (message === 'b') resolve();
      },
    },
    log: { warn: (_, message) => void warned.push(message) },
    pause: async (_ms, signal) => {
      serves = true;
      if (asked.length > 1 && !signal.aborted) await once(signal, 'abort');
    },
  });
  await all;
  await sweep.close();
  t.deepEqual(asked, ['a', 'a', 'b']);
  t.is(warned.length, 1);
});
