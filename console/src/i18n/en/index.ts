import type { Texts } from '../texts.ts';
import { apiKeys } from './api-keys.ts';
import { app } from './app.ts';
import { audit } from './audit.ts';
import { calendars } from './calendars.ts';
import { calls } from './calls.ts';
import { components } from './components.ts';
import { compose } from './compose.ts';
import { httpHosts } from './http-hosts.ts';
import { letterings } from './letterings.ts';
import { live } from './live.ts';
import { messageTemplates } from './message-templates.ts';
import { messages } from './messages.ts';
import { numbers } from './numbers.ts';
import { optOuts } from './opt-outs.ts';
import { outbox } from './outbox.ts';
import { outboxTexts } from './outbox-texts.ts';
import { people } from './people.ts';
import { phone } from './phone.ts';
import { profile } from './profile.ts';
import { prompts } from './prompts.ts';
import { scenarioDesigner } from './scenario-designer.ts';
import { scenarios } from './scenarios.ts';
import { senders } from './senders.ts';
import { sheet } from './sheet.ts';
import { signIn } from './sign-in.ts';
import { system } from './system.ts';
import { tenants } from './tenants.ts';
import { threads } from './threads.ts';
import { trunks } from './trunks.ts';
import { usage } from './usage.ts';

/** Everything that users read, in English. */
export const en: Texts = {
  app,
  components,
  signIn,
  live,
  calls,
  numbers,
  calendars,
  trunks,
  system,
  people,
  apiKeys,
  audit,
  outbox,
  tenants,
  profile,
  phone,
  messages,
  compose,
  sheet,
  messageTemplates,
  senders,
  optOuts,
  threads,
  letterings,
  usage,
  outboxTexts,
  scenarioDesigner,
  scenarios,
  httpHosts,
  prompts,
};
