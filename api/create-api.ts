import express, { type Express, type RequestHandler } from 'express';
import type { HealthRegistry } from '../contracts/api/health.ts';
import type { Database } from '../db/database.ts';
import type { Repositories } from '../db/repositories/index.ts';
import { apiKeyRoutes } from './api-keys/api-key-routes.ts';
import { auditRoutes } from './audit/audit-routes.ts';
import { calendarRoutes } from './calendar/calendar-routes.ts';
import type { CallParts } from './call/call-parts.ts';
import { callRoutes } from './call/call-routes.ts';
import { serveConsole } from './console/serve-console.ts';
import { healthRoutes } from './health/health-route-table.ts';
import type { TemporalHealth } from './health/health-routes.ts';
import { refuseCrossSite } from './http/csrf.ts';
import { handleErrors, nothingHere } from './http/error-handler.ts';
import { type Identify, setIdentity } from './http/identity.ts';
import type { Log } from './http/log.ts';
import { trustOneProxy } from './http/loopback.ts';
import { mountRoutes } from './http/mount-routes.ts';
import { onlyThisMachine, protectAnswers, requireOwnHost } from './http/protection.ts';
import { giveRequestId, logRequests } from './http/request-context.ts';
import type { Route } from './http/route.ts';
import { httpHostRoutes } from './http-host/http-host-routes.ts';
import { letteringRoutes } from './lettering/lettering-routes.ts';
import { type LiveParts, liveRoutes } from './live/live-routes.ts';
import type { TextingParts } from './message/message-parts.ts';
import { messageRoutes } from './message/message-routes.ts';
import { messageImageRoutes } from './message-image/message-image-routes.ts';
import { messageRecipientRoutes } from './message-recipients/message-recipient-routes.ts';
import { messageReportRoutes } from './message-reports/message-report-routes.ts';
import type { MessageReports } from './message-reports/message-reports.ts';
import { messageTemplateRoutes } from './message-template/message-template-routes.ts';
import type { MetricsSource } from './metrics/metrics-route.ts';
import { numberRoutes } from './number/number-routes.ts';
import { createOpenApiDocument } from './openapi/document.ts';
import { optOutRoutes } from './opt-out/opt-out-routes.ts';
import { outboxRoutes } from './outbox/outbox-routes.ts';
import type { PhoneSetting, PromptFiles } from './phone/phone-port.ts';
import { phoneRoutes } from './phone/phone-routes.ts';
import { promptRoutes } from './prompt/prompt-routes.ts';
import type { RecordCallPort } from './prompt/record-call.ts';
import { NO_WORKSHOP, type PromptWorkshop } from './prompt/workshop.ts';
import { scenarioRoutes } from './scenario/scenario-routes.ts';
import type { Workbench } from './scenario/workbench.ts';
import { senderRoutes } from './sender/sender-routes.ts';
import type { AccountParts } from './session/account-parts.ts';
import { accountRoutes } from './session/account-routes.ts';
import { NO_SETTINGS, type SettingsParts } from './system/settings-parts.ts';
import { systemRoutes } from './system/system-routes.ts';
import { tenantRoutes } from './tenants/tenant-routes.ts';
import { threadRoutes } from './thread/thread-routes.ts';
import { trunkRoutes } from './trunk/trunk-routes.ts';
import { usageRoutes } from './usage/usage-routes.ts';
import { userRoutes } from './users/user-routes.ts';

export type ApiParts = LiveParts &
  CallParts &
  Omit<AccountParts, 'simulatedSwitch'> & {
    database: Pick<Database, 'healthy'>;
    repositories: Repositories;
    temporal?: TemporalHealth;
    /** This process's own health; `/readyz` adds Postgres and Temporal to it. */
    health: HealthRegistry;
    /** One per process, this one included. */
    metricsSources: readonly MetricsSource[];
    log: Log;
    /** Who asks: sessions and API keys. */
    identify: Identify;
    /** How this installation telephones. */
    phone?: PhoneSetting;
    /** A mail server is set: mails go out instead of being kept for administrators to read. */
    mailDelivers?: boolean;
    /** The shipped prompts. */
    prompts?: PromptFiles;
    /** Where uploads become prompts, and texts speech. */
    workshop?: PromptWorkshop;
    /** Where prompts are recorded by telephone. */
    recordCalls?: RecordCallPort;
    /** Where providers' reports go; without it there is no address for them. */
    messageReports?: MessageReports | undefined;
    /** Where the built console lies or will lie; without it there are no pages. */
    consoleFolder?: string;
    /** Numbers, trunks and the system page. */
    settings?: SettingsParts;
    /** How this installation texts; without it texts are kept and wait. */
    texting?: TextingParts;
    /** What is done with documents of scenarios; without it they can only be read and kept. */
    workbench?: Workbench;
    /** Monotonic ms for the duration in the request log. */
    now?: () => number;
  };

/** Every route that this installation answers: one table for Express, OpenAPI and the matrix test (S17). */
export function routesOf(parts: ApiParts): readonly Route[] {
  const { repositories, settings = NO_SETTINGS } = parts;
  return [
    ...healthRoutes({ ...parts, partHealth: repositories.partHealth }, parts.metricsSources),
    ...callRoutes(parts),
    ...accountRoutes({ ...parts, simulatedSwitch: parts.phone?.kind === 'simulated' }),
    ...userRoutes(parts),
    ...tenantRoutes(repositories.tenants),
    ...apiKeyRoutes(parts),
    ...auditRoutes(repositories.auditLog),
    ...outboxRoutes(repositories, parts.mailDelivers ?? false),
    // Before the telephone's own `prompts/*path`.
    ...promptRoutes({ ...parts, workshop: parts.workshop ?? NO_WORKSHOP }),
    ...phoneRoutes({
      setting: parts.phone,
      prompts: parts.prompts,
      ownPrompts: repositories.promptFiles,
      accounts: repositories.sipAccounts,
      stillIn: parts.live?.stillIn,
    }),
    ...liveRoutes(parts),
    ...numberRoutes({ ...parts, ...settings.numbers }),
    ...scenarioRoutes(parts),
    ...httpHostRoutes(parts),
    ...calendarRoutes({ ...parts, hours: settings.hours }),
    ...trunkRoutes({ repositories, testCalls: settings.testCalls }),
    ...messageRoutes(parts),
    ...messageRecipientRoutes(),
    ...messageImageRoutes(parts),
    ...messageTemplateRoutes(parts),
    ...senderRoutes(parts),
    ...optOutRoutes(parts),
    ...threadRoutes(parts),
    ...letteringRoutes(parts),
    ...usageRoutes(parts),
    ...systemRoutes({ ...parts, system: settings.system }),
    ...messageReportRoutes(parts.messageReports),
  ];
}

/** Wires the routes; opens nothing. */
export function createApi(parts: ApiParts): Express {
  const routes = routesOf(parts);
  const openApi = createOpenApiDocument(routes);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(giveRequestId, logRequests(parts.log, parts.now ?? performance.now.bind(performance)));
  if (parts.publicUrl.startsWith('https:')) app.set('trust proxy', trustOneProxy);
  app.use(protectAnswers(parts.publicUrl), requireOwnHost(parts.publicUrl));
  app.use(['/metrics', '/readyz'], onlyThisMachine);
  app.use(refuseCrossSite(parts.publicUrl));
  // Pages, health and metrics are the same for everybody, and must not wait for the database to know whom they answer.
  app.use('/api', identified(parts.identify));

  app.get('/api/openapi.json', (_request, response) => {
    response.json(openApi);
  });
  mountRoutes(app, routes);
  if (parts.consoleFolder !== undefined) app.use(serveConsole(parts.consoleFolder));

  app.use(nothingHere);
  app.use(handleErrors(parts.log));
  return app;
}

const identified =
  (identify: Identify): RequestHandler =>
  async (request, response, next) => {
    setIdentity(response, await identify(request));
    next();
  };
