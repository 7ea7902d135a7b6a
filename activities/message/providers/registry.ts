import { CallwrightError } from '../../../contracts/errors.ts';
import type { ProviderName } from '../../../contracts/message/kinds.ts';
import type { MessageProvider } from '../../../contracts/message/provider.ts';
import { createNhn } from './nhn/nhn.ts';
import type { NhnKeys } from './nhn/setting.ts';
import { createOutbox, type OutboxStore } from './outbox/outbox.ts';
import { createSolapi } from './solapi/solapi.ts';
import { createWebhook } from './webhook/webhook.ts';

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
  NHN_WEBHOOK_SIGNATURE?: string | undefined;
  MESSAGE_WEBHOOK_URL?: string | undefined;
  MESSAGE_WEBHOOK_SECRET?: string | undefined;
  /** Asks for unreported texts so often, ms, instead of as often as the provider's client thinks right. */
  MESSAGE_POLL_MS?: number | undefined;
};

/** What providers are made of beside the environment. */
export type ProviderParts = { outbox: OutboxStore };

type Opener = (environment: ProviderEnvironment, parts: ProviderParts) => MessageProvider;

const OPENERS: Record<ProviderName, Opener> = {
  outbox: (_environment, { outbox }) => createOutbox(outbox),
  solapi: (environment) =>
    createSolapi({
      key: need(environment, 'SOLAPI_API_KEY'),
      secret: need(environment, 'SOLAPI_API_SECRET'),
      ...urlOf(environment.SOLAPI_URL),
    }),
  nhn: (environment) => {
    const { NHN_WEBHOOK_SIGNATURE: signature, NHN_URL } = environment;
    return createNhn({
      ...nhnProducts(environment),
      ...urlOf(NHN_URL),
      ...(signature === undefined ? {} : { signature }),
    });
  },
  webhook: (environment) =>
    createWebhook({
      url: need(environment, 'MESSAGE_WEBHOOK_URL'),
      secret: need(environment, 'MESSAGE_WEBHOOK_SECRET'),
    }),
};

/** The provider that this installation has. Throws `config/invalid` when its settings are not complete. */
export function openProvider(environment: ProviderEnvironment, parts: ProviderParts): MessageProvider {
  const provider = OPENERS[environment.MESSAGE_PROVIDER](environment, parts);
  const pollMs = environment.MESSAGE_POLL_MS;
  if (pollMs === undefined) return provider;
  return { ...provider, capabilities: { ...provider.capabilities, pollMs } };
}

type Text = Exclude<keyof ProviderEnvironment, 'MESSAGE_PROVIDER' | 'MESSAGE_POLL_MS'>;

function need(environment: ProviderEnvironment, name: Text): string {
  const value = environment[name];
  if (value === undefined || value === '') throw incomplete(environment, name);
  return value;
}

const incomplete = ({ MESSAGE_PROVIDER }: ProviderEnvironment, what: string): CallwrightError =>
  new CallwrightError('config/invalid', `MESSAGE_PROVIDER=${MESSAGE_PROVIDER} needs ${what}`);

const urlOf = (url: string | undefined): { url?: string } => (url === undefined || url === '' ? {} : { url });

/** Each product has its own keys; one of them is enough. */
function nhnProducts(environment: ProviderEnvironment): { sms?: NhnKeys; alimtalk?: NhnKeys } {
  const keysOf = (appKey: Text, secretKey: Text): NhnKeys | undefined =>
    environment[appKey] === undefined && environment[secretKey] === undefined
      ? undefined
      : { appKey: need(environment, appKey), secretKey: need(environment, secretKey) };
  const sms = keysOf('NHN_SMS_APP_KEY', 'NHN_SMS_SECRET_KEY');
  const alimtalk = keysOf('NHN_ALIMTALK_APP_KEY', 'NHN_ALIMTALK_SECRET_KEY');
  if (sms === undefined && alimtalk === undefined)
    throw incomplete(environment, 'NHN_SMS_APP_KEY or NHN_ALIMTALK_APP_KEY');
  return { ...(sms === undefined ? {} : { sms }), ...(alimtalk === undefined ? {} : { alimtalk }) };
}
