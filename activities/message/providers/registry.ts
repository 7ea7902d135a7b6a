import type { ProviderName } from '../../../contracts/message/kinds.ts';
import type { MessageProvider } from '../../../contracts/message/provider.ts';
import { createOutbox, type OutboxStore } from './outbox/outbox.ts';

/** What of the environment concerns providers (docs/settings.md); it was checked when it was read. */
export type ProviderEnvironment = {
  MESSAGE_PROVIDER: ProviderName;
  SOLAPI_API_KEY?: string | undefined;
  SOLAPI_API_SECRET?: string | undefined;
  SOLAPI_URL?: string | undefined;
  NHN_SMS_APP_KEY?: string | undefined;
  NHN_SMS_SECRET_KEY?: string | undefined;
  NHN_ALIMTALK_APP_KEY?: string | undefined;
  NHN_ALIMTALK_SECRET_KEY?: string | undefined;
  NHN_URL?: string | undefined;
  MESSAGE_WEBHOOK_URL?: string | undefined;
  MESSAGE_WEBHOOK_SECRET?: string | undefined;
};

/** What providers are made of beside the environment. */
export type ProviderParts = { outbox: OutboxStore };

type Opener = (environment: ProviderEnvironment, parts: ProviderParts) => MessageProvider;

/** One line a provider. Each says itself, by a `config/invalid`, which of its settings is missing. */
const OPENERS: Partial<Record<ProviderName, Opener>> & { outbox: Opener } = {
  outbox: (_environment, { outbox }) => createOutbox(outbox),
};

/** The provider that this installation has. Throws `config/invalid` when its settings are not complete. */
export function openProvider(environment: ProviderEnvironment, parts: ProviderParts): MessageProvider {
  const open = OPENERS[environment.MESSAGE_PROVIDER] ?? OPENERS.outbox;
  return open(environment, parts);
}
