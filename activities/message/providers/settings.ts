import { CallwrightError } from '../../../contracts/errors.ts';
import type { ProviderName } from '../../../contracts/message/kinds.ts';
import type { NhnKeys, NhnSetting } from './nhn/setting.ts';
import { isSafeAddress } from './shared/safe-address.ts';
import type { SolapiSetting } from './solapi/setting.ts';
import type { WebhookSetting } from './webhook/setting.ts';

/** What of the environment concerns providers (docs/settings.md). */
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

/** The chosen provider with what it needs. */
export type ProviderSetting =
  | { name: 'outbox' }
  | { name: 'solapi'; setting: SolapiSetting }
  | { name: 'nhn'; setting: NhnSetting }
  | { name: 'webhook'; setting: WebhookSetting };

/**
 * Reads the settings of the chosen provider; those of the others may stand there unused. Throws `config/invalid` with
 * one line that names the variable and holds no value.
 */
export function providerSetting(environment: ProviderEnvironment): ProviderSetting {
  switch (environment.MESSAGE_PROVIDER) {
    case 'outbox':
      return { name: 'outbox' };
    case 'solapi':
      return { name: 'solapi', setting: solapi(environment) };
    case 'nhn':
      return { name: 'nhn', setting: nhn(environment) };
    case 'webhook':
      return { name: 'webhook', setting: webhook(environment) };
  }
}

type Name = Exclude<keyof ProviderEnvironment, 'MESSAGE_PROVIDER' | 'MESSAGE_POLL_MS'>;

const wrong = (words: string): CallwrightError => new CallwrightError('config/invalid', words);

function needed(environment: ProviderEnvironment, name: Name): string {
  const value = environment[name];
  if (!value) throw wrong(`${name} is not set: MESSAGE_PROVIDER=${environment.MESSAGE_PROVIDER} needs it`);
  return value;
}

/** Keys and numbers of people do not travel in the clear beyond the own network. */
function safe(name: Name, address: string | undefined): string | undefined {
  if (address === undefined || isSafeAddress(address)) return address;
  throw wrong(`${name} must begin with https://; http:// only reaches into the own network`);
}

function solapi(environment: ProviderEnvironment): SolapiSetting {
  const url = safe('SOLAPI_URL', environment.SOLAPI_URL);
  return {
    key: needed(environment, 'SOLAPI_API_KEY'),
    secret: needed(environment, 'SOLAPI_API_SECRET'),
    ...(url === undefined ? {} : { url }),
  };
}

function nhn(environment: ProviderEnvironment): NhnSetting {
  const sms = keysOf(environment, 'NHN_SMS_APP_KEY', 'NHN_SMS_SECRET_KEY');
  const alimtalk = keysOf(environment, 'NHN_ALIMTALK_APP_KEY', 'NHN_ALIMTALK_SECRET_KEY');
  if (sms === undefined && alimtalk === undefined)
    throw wrong(
      'MESSAGE_PROVIDER=nhn needs NHN_SMS_APP_KEY and NHN_SMS_SECRET_KEY, those of Alimtalk, or both',
    );
  const url = safe('NHN_URL', environment.NHN_URL);
  const { NHN_WEBHOOK_SIGNATURE: signature } = environment;
  return {
    ...(sms === undefined ? {} : { sms }),
    ...(alimtalk === undefined ? {} : { alimtalk }),
    ...(url === undefined ? {} : { url }),
    ...(signature ? { signature } : {}),
  };
}

/** Both keys of a product, or none of them. */
function keysOf(environment: ProviderEnvironment, app: Name, secret: Name): NhnKeys | undefined {
  if (!environment[app] && !environment[secret]) return undefined;
  return { appKey: needed(environment, app), secretKey: needed(environment, secret) };
}

function webhook(environment: ProviderEnvironment): WebhookSetting {
  const url = needed(environment, 'MESSAGE_WEBHOOK_URL');
  safe('MESSAGE_WEBHOOK_URL', url);
  return { url, secret: needed(environment, 'MESSAGE_WEBHOOK_SECRET') };
}
