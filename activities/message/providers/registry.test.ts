import test from 'ava';
import type { ProviderName } from '../../../contracts/message/kinds.ts';
import { openProvider, type ProviderEnvironment } from './registry.ts';

const parts = { outbox: { keep: async () => undefined, keptAt: async () => new Map() } };
const COMPLETE: Record<ProviderName, Omit<ProviderEnvironment, 'MESSAGE_PROVIDER'>> = {
  outbox: {},
  solapi: { SOLAPI_API_KEY: 'key', SOLAPI_API_SECRET: 'secret' },
  nhn: { NHN_ALIMTALK_APP_KEY: 'app', NHN_ALIMTALK_SECRET_KEY: 'secret' },
  webhook: { MESSAGE_WEBHOOK_URL: 'http://127.0.0.1:1', MESSAGE_WEBHOOK_SECRET: 'secret' },
};

for (const name of Object.keys(COMPLETE) as ProviderName[]) {
  test(`${name} is opened by its settings, and by no less`, (t) => {
    const settings = COMPLETE[name];
    t.is(openProvider({ MESSAGE_PROVIDER: name, ...settings }, parts).name, name);
    for (const missing of Object.keys(settings)) {
      const error = t.throws(() =>
        openProvider({ MESSAGE_PROVIDER: name, ...settings, [missing]: undefined }, parts),
      );
      t.like(error, { code: 'config/invalid' });
      t.false(error?.message.includes('secret '), 'says a name, no value');
    }
  });
}

test('an NHN account without Alimtalk does not offer it', (t) => {
  const settings = { NHN_SMS_APP_KEY: 'app', NHN_SMS_SECRET_KEY: 'secret' };
  const { capabilities } = openProvider({ MESSAGE_PROVIDER: 'nhn', ...settings }, parts);
  t.deepEqual(capabilities.channels, ['sms', 'lms', 'mms']);
});

test('how often it is asked can be set', (t) => {
  const { capabilities } = openProvider({ MESSAGE_PROVIDER: 'outbox', MESSAGE_POLL_MS: 7 }, parts);
  t.is(capabilities.pollMs, 7);
});
