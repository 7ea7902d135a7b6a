import type { Client } from '@temporalio/client';
import { openProvider } from '../../activities/message/providers/registry.ts';
import type { TextingParts } from '../../api/message/message-parts.ts';
import type { MessageReports } from '../../api/message-reports/message-reports.ts';
import type { MessageProvider } from '../../contracts/message/provider.ts';
import { createMessageReported } from '../../db/repositories/message-reported.ts';
import { createOutboxStore } from './message-ledger.ts';
import { createMessageNews } from './message-news.ts';
import { createMessageReports } from './message-reports.ts';
import { createMessageStarter } from './message-starter.ts';
import { startMessageSweep } from './message-sweep.ts';
import type { Runtime } from './runtime.ts';

/** How the api's texts begin and what is reported of them; `reports` only where an address for them was set. */
export type Texting = {
  parts: TextingParts;
  reports: MessageReports | undefined;
  close(): Promise<void>;
};

/** Opens the way of texts. `config/invalid` when the provider's settings are not complete. */
export function openTexting(runtime: Runtime, client: Client, publicUrl: string): Texting {
  const { environment, log, tables } = runtime;
  const provider = openProvider(environment, { outbox: createOutboxStore(tables) });
  const starter = createMessageStarter(client);
  const sweep = startMessageSweep({ messages: tables.messages, starter, log });
  const secret = environment.MESSAGE_REPORT_SECRET;
  const reporting = secret === undefined ? undefined : openReports(runtime, { provider, starter, secret });
  const setting = {
    provider: provider.name,
    delivers: provider.name !== 'outbox',
    channels: provider.capabilities.channels,
    reportAddress: secret === undefined ? null : `${publicUrl}/hooks/messages/${provider.name}/${secret}`,
  };
  return {
    parts: { setting, starter },
    reports: reporting?.reports,
    async close() {
      await Promise.all([sweep.close(), reporting?.close()]);
    },
  };
}

function openReports(
  { database, log, tables }: Runtime,
  parts: { provider: MessageProvider; starter: TextingParts['starter']; secret: string },
): { reports: MessageReports; close(): Promise<void> } {
  // What a provider wrote may be in an error's message: its name tells enough.
  const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
  const warn = (what: string, error?: unknown): void => log.warn({ said: nameOf(error) }, what);
  const { provider, starter, secret } = parts;
  const news = createMessageNews({ starter, warn: (error) => warn('news of a message wait', error) });
  const reported = createMessageReported(database.knex);
  const reports = createMessageReports({ provider, secret, tables, reported, news, warn });
  return {
    reports,
    async close() {
      await reports.close();
      await news.close();
    },
  };
}
