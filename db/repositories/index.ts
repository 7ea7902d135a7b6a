import type { Knex } from 'knex';
import { type AdConsents, createAdConsents } from './ad-consents.ts';
import { type ApiKeys, createApiKeys } from './api-keys.ts';
import { type AuditLog, createAuditLog } from './audit-log.ts';
import { type Calendars, createCalendars } from './calendars.ts';
import { type CallFeed, createCallFeed } from './call-feed.ts';
import { type CallScenarios, createCallScenarios } from './call-scenarios.ts';
import { type CallSteps, createCallSteps } from './call-steps.ts';
import { type Calls, createCalls } from './calls.ts';
import { type Credentials, createCredentials } from './credentials.ts';
import { createDeclaredHolidays, type DeclaredHolidays } from './declared-holidays.ts';
import { createDialAttempts, type DialAttempts } from './dial-attempts.ts';
import { createHttpHosts, type HttpHosts } from './http-hosts.ts';
import { createInboundTexts, type InboundTexts } from './inbound-texts.ts';
import { createLetterings, type Letterings } from './letterings.ts';
import { createMessageFacts, type MessageFacts } from './message-facts.ts';
import { createMessageImages, type MessageImages } from './message-images.ts';
import { createMessageSends, type MessageSends } from './message-sends.ts';
import { createMessageSettings, type MessageSettingsTable } from './message-settings.ts';
import { createMessageTemplates, type MessageTemplates } from './message-templates.ts';
import { createMessages, type Messages } from './messages.ts';
import { createNumbers, type Numbers } from './numbers.ts';
import { createOneTimeLinks, type OneTimeLinks } from './one-time-links.ts';
import { createOptOuts, type OptOuts } from './opt-outs.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createOutboxTexts, type OutboxTexts } from './outbox-texts.ts';
import { createPartHealth, type PartHealthTable } from './part-health.ts';
import { createPeople, type People } from './people.ts';
import { createPrices, type Prices } from './prices.ts';
import { createPromptCatalogs, type PromptCatalogs } from './prompt-catalog.ts';
import { createPromptFiles, type PromptFiles } from './prompt-files.ts';
import { createPromptRecordCalls, type PromptRecordCalls } from './prompt-record-calls.ts';
import { createPromptSpread, type PromptSpread } from './prompt-spread.ts';
import { createPrompts, type Prompts } from './prompts.ts';
import { createRateLimits, type RateLimits } from './rate-limits.ts';
import { createScenarioFigures, type ScenarioFigures } from './scenario-figures.ts';
import { createScenarioTests, type ScenarioTests } from './scenario-tests.ts';
import { createScenarioVersions, type ScenarioVersions } from './scenario-versions.ts';
import { createScenarios, type Scenarios } from './scenarios.ts';
import { createSenderNumbers, type SenderNumbers } from './sender-numbers.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createSipAccounts, type SipAccounts } from './sip-accounts.ts';
import { createSwitchStatus, type SwitchStatusTable } from './switch-status.ts';
import { createSystemFacts, type SystemFacts } from './system-facts.ts';
import { createTenants, type Tenants } from './tenants.ts';
import { createTextThreads, type TextThreads } from './text-threads.ts';
import { createTrials, type Trials } from './trials.ts';
import { createTrunkStatus, type TrunkStatusTable } from './trunk-status.ts';
import { createTrunkTests, type TrunkTests } from './trunk-tests.ts';
import { createTrunks, type Trunks } from './trunks.ts';
import { createUsage, type Usage } from './usage.ts';
import { createUsers, type Users } from './users.ts';

/** One object per table. Each function takes the actor first and throws `db/unavailable` or `server/bug`. */
export type Repositories = {
  tenants: Tenants;
  numbers: Numbers;
  scenarios: Scenarios;
  scenarioFigures: ScenarioFigures;
  scenarioTests: ScenarioTests;
  httpHosts: HttpHosts;
  scenarioVersions: ScenarioVersions;
  calls: Calls;
  callSteps: CallSteps;
  callFeed: CallFeed;
  callScenarios: CallScenarios;
  dialAttempts: DialAttempts;
  auditLog: AuditLog;
  partHealth: PartHealthTable;
  sipAccounts: SipAccounts;
  trials: Trials;
  trunks: Trunks;
  trunkStatus: TrunkStatusTable;
  trunkTests: TrunkTests;
  switchStatus: SwitchStatusTable;
  systemFacts: SystemFacts;
  apiKeys: ApiKeys;
  outbox: Outbox;
  users: Users;
  people: People;
  sessions: Sessions;
  rateLimits: RateLimits;
  oneTimeLinks: OneTimeLinks;
  credentials: Credentials;
  calendars: Calendars;
  declaredHolidays: DeclaredHolidays;
  messages: Messages;
  messageSends: MessageSends;
  adConsents: AdConsents;
  inboundTexts: InboundTexts;
  letterings: Letterings;
  messageFacts: MessageFacts;
  messageImages: MessageImages;
  messageSettings: MessageSettingsTable;
  messageTemplates: MessageTemplates;
  optOuts: OptOuts;
  outboxTexts: OutboxTexts;
  prices: Prices;
  senderNumbers: SenderNumbers;
  textThreads: TextThreads;
  usage: Usage;
  prompts: Prompts;
  promptFiles: PromptFiles;
  promptCatalogs: PromptCatalogs;
  promptSpread: PromptSpread;
  promptRecordCalls: PromptRecordCalls;
};

/** Makes the repositories on a pool. */
export function createRepositories(database: { knex: Knex }): Repositories {
  const { knex } = database;
  return {
    tenants: createTenants(knex),
    numbers: createNumbers(knex),
    scenarios: createScenarios(knex),
    scenarioFigures: createScenarioFigures(knex),
    scenarioTests: createScenarioTests(knex),
    httpHosts: createHttpHosts(knex),
    scenarioVersions: createScenarioVersions(knex),
    calls: createCalls(knex),
    callSteps: createCallSteps(knex),
    callFeed: createCallFeed(knex),
    callScenarios: createCallScenarios(knex),
    dialAttempts: createDialAttempts(knex),
    auditLog: createAuditLog(knex),
    partHealth: createPartHealth(knex),
    sipAccounts: createSipAccounts(knex),
    trials: createTrials(knex),
    trunks: createTrunks(knex),
    trunkStatus: createTrunkStatus(knex),
    trunkTests: createTrunkTests(knex),
    switchStatus: createSwitchStatus(knex),
    systemFacts: createSystemFacts(knex),
    apiKeys: createApiKeys(knex),
    outbox: createOutbox(knex),
    users: createUsers(knex),
    people: createPeople(knex),
    sessions: createSessions(knex),
    rateLimits: createRateLimits(knex),
    oneTimeLinks: createOneTimeLinks(knex),
    credentials: createCredentials(knex),
    calendars: createCalendars(knex),
    declaredHolidays: createDeclaredHolidays(knex),
    messages: createMessages(knex),
    messageSends: createMessageSends(knex),
    adConsents: createAdConsents(knex),
    inboundTexts: createInboundTexts(knex),
    letterings: createLetterings(knex),
    messageFacts: createMessageFacts(knex),
    messageImages: createMessageImages(knex),
    messageSettings: createMessageSettings(knex),
    messageTemplates: createMessageTemplates(knex),
    optOuts: createOptOuts(knex),
    outboxTexts: createOutboxTexts(knex),
    prices: createPrices(knex),
    senderNumbers: createSenderNumbers(knex),
    textThreads: createTextThreads(knex),
    usage: createUsage(knex),
    prompts: createPrompts(knex),
    promptFiles: createPromptFiles(knex),
    promptCatalogs: createPromptCatalogs(knex),
    promptSpread: createPromptSpread(knex),
    promptRecordCalls: createPromptRecordCalls(knex),
  };
}
