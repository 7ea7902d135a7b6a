import type { MessageProvider } from '../../../contracts/message/provider.ts';
import { createNhn } from './nhn/nhn.ts';
import { createOutbox, type OutboxStore } from './outbox/outbox.ts';
import { type ProviderEnvironment, type ProviderSetting, providerSetting } from './settings.ts';
import { createSolapi } from './solapi/solapi.ts';
import { createWebhook } from './webhook/webhook.ts';

export type { ProviderEnvironment } from './settings.ts';

/** What providers are made of beside the environment. */
export type ProviderParts = { outbox: OutboxStore };

/** The provider that this installation has. Throws `config/invalid` when its settings are not complete. */
export function openProvider(environment: ProviderEnvironment, parts: ProviderParts): MessageProvider {
  const provider = open(providerSetting(environment), parts);
  const pollMs = environment.MESSAGE_POLL_MS;
  if (pollMs === undefined) return provider;
  return { ...provider, capabilities: { ...provider.capabilities, pollMs } };
}

function open(chosen: ProviderSetting, { outbox }: ProviderParts): MessageProvider {
  switch (chosen.name) {
    case 'outbox':
      return createOutbox(outbox);
    case 'solapi':
      return createSolapi(chosen.setting);
    case 'nhn':
      return createNhn(chosen.setting);
    case 'webhook':
      return createWebhook(chosen.setting);
  }
}
