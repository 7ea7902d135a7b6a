import { apiKeys } from './api-keys.ts';
import { app } from './app.ts';
import { audit } from './audit.ts';
import { calls } from './calls.ts';
import { components } from './components.ts';
import { live } from './live.ts';
import { numbers } from './numbers.ts';
import { outbox } from './outbox.ts';
import { people } from './people.ts';
import { phone } from './phone.ts';
import { profile } from './profile.ts';
import { signIn } from './sign-in.ts';
import { system } from './system.ts';
import { tenants } from './tenants.ts';
import { trunks } from './trunks.ts';

/** Everything that users read, in Korean: the language in which it is written first. */
export const ko = {
  app,
  components,
  signIn,
  live,
  calls,
  numbers,
  trunks,
  system,
  people,
  apiKeys,
  audit,
  outbox,
  tenants,
  profile,
  phone,
};
