import type { Client } from '@temporalio/client';
import { openProvider } from '../../activities/message/providers/registry.ts';
import type { TextingParts } from '../../api/message/message-parts.ts';
import { createOutboxStore } from './message-ledger.ts';
import { createMessageStarter } from './message-starter.ts';
import { startMessageSweep } from './message-sweep.ts';
import type { Runtime } from './runtime.ts';

/** How the api's texts begin: their setting, the way to their workflows, and the sweep of those that have none. */
export type Texting = { parts: TextingParts; close(): Promise<void> };

/** Opens the way of texts. `config/invalid` when the provider's settings are not complete. */
export function openTexting({ environment, log, tables }: Runtime, client: Client): Texting {
  const { name, capabilities } = openProvider(environment, { outbox: createOutboxStore(tables) });
  const starter = createMessageStarter(client);
  const sweep = startMessageSweep({ messages: tables.messages, starter, log });
  const setting = {
    provider: name,
    delivers: name !== 'outbox',
    channels: capabilities.channels,
    reportAddress: null,
  };
  return { parts: { setting, starter }, close: () => sweep.close() };
}
