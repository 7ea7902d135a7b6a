import type { Knex } from 'knex';
import { type AuditLog, createAuditLog } from './audit-log.ts';
import { type CallSteps, createCallSteps } from './call-steps.ts';
import { type Calls, createCalls } from './calls.ts';
import { createDialAttempts, type DialAttempts } from './dial-attempts.ts';
import { createNumbers, type Numbers } from './numbers.ts';
import { createPartHealth, type PartHealthTable } from './part-health.ts';
import { createScenarioVersions, type ScenarioVersions } from './scenario-versions.ts';
import { createSipAccounts, type SipAccounts } from './sip-accounts.ts';
import { createTenants, type Tenants } from './tenants.ts';

/** One object per table. Each function takes the actor first and throws `db/unavailable` or `server/bug`. */
export type Repositories = {
  tenants: Tenants;
  numbers: Numbers;
  scenarioVersions: ScenarioVersions;
  calls: Calls;
  callSteps: CallSteps;
  dialAttempts: DialAttempts;
  auditLog: AuditLog;
  partHealth: PartHealthTable;
  sipAccounts: SipAccounts;
};

/** Makes the repositories on a pool. */
export function createRepositories(database: { knex: Knex }): Repositories {
  const { knex } = database;
  return {
    tenants: createTenants(knex),
    numbers: createNumbers(knex),
    scenarioVersions: createScenarioVersions(knex),
    calls: createCalls(knex),
    callSteps: createCallSteps(knex),
    dialAttempts: createDialAttempts(knex),
    auditLog: createAuditLog(knex),
    partHealth: createPartHealth(knex),
    sipAccounts: createSipAccounts(knex),
  };
}
