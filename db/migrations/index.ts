import { tenants } from './0001-tenants.ts';
import { scenarioVersions } from './0002-scenario-versions.ts';
import { numbers } from './0003-numbers.ts';
import { calls } from './0004-calls.ts';
import { callSteps } from './0005-call-steps.ts';
import { dialAttempts } from './0006-dial-attempts.ts';
import { auditLog } from './0007-audit-log.ts';
import { partHealth } from './0008-part-health.ts';
import { sipAccounts } from './0009-sip-accounts.ts';
import { openLegs } from './0010-open-legs.ts';
import { accounts } from './0011-accounts.ts';
import { apiKeys } from './0012-api-keys.ts';
import { outbox } from './0013-outbox.ts';
import { callFeed } from './0014-call-feed.ts';
import { trunks } from './0015-trunks.ts';
import { settingsPages } from './0016-settings-pages.ts';
import { scenarioOwners } from './0017-scenario-owners.ts';
import { messages } from './0018-messages.ts';
import { messageSettings } from './0019-message-settings.ts';
import { usage } from './0020-usage.ts';
import { texts } from './0021-texts.ts';
import { scenarios } from './0022-scenarios.ts';
import { httpHosts } from './0023-http-hosts.ts';
import { calendars } from './0024-calendars.ts';
import { prompts } from './0025-prompts.ts';
import { trials } from './0026-trials.ts';
import { scenarioFigures } from './0027-scenario-figures.ts';
import type { Migration } from './migration.ts';

/** All steps in order. A list instead of a folder scan: it needs no build and cannot pick up a stray file. */
export const MIGRATIONS: readonly Migration[] = [
  tenants,
  scenarioVersions,
  numbers,
  calls,
  callSteps,
  dialAttempts,
  auditLog,
  partHealth,
  sipAccounts,
  openLegs,
  accounts,
  apiKeys,
  outbox,
  callFeed,
  trunks,
  settingsPages,
  scenarioOwners,
  messages,
  messageSettings,
  usage,
  texts,
  scenarios,
  httpHosts,
  calendars,
  prompts,
  trials,
  scenarioFigures,
];
