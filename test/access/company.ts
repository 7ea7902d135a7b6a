import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newKeyToken } from '../../api/api-keys/key-token.ts';
import { createTestUser } from '../../api/testing/test-user.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { type CallId, DialDigits, ScenarioHash, type TenantId } from '../../contracts/ids.ts';
import type { User } from '../../db/repositories/users.ts';
import { newCallId, sampleCall, system } from '../../db/testing/samples.ts';
import type { TestDatabase } from '../../db/testing/test-database.ts';
import { type CompanyScenarios, createCompanyScenarios } from './company-scenarios.ts';
import { type CompanyTexts, createCompanyTexts } from './company-texts.ts';

/** What makes rows of a company, fresh for each request: many routes use a row up. */
export type Company = {
  tenant: TenantId;
  user(role?: Role): Promise<User>;
  apiKey(): Promise<string>;
  mail(): Promise<string>;
  /** A call with its scenario. */
  call(): Promise<CallId>;
  /** A message that was left in a call. */
  recording(): Promise<{ id: string; file: string }>;
  number(): Promise<{ digits: string; updatedAt: string }>;
  /** A trunk of this company alone. */
  trunk(): Promise<{ name: string; updatedAt: string }>;
  testCall(): Promise<string>;
  texts: CompanyTexts;
  calendar(settings: object): Promise<{ id: string }>;
  scenarios: CompanyScenarios;
  prompt(): Promise<string>;
  /** Of a prompt by telephone. */
  promptRecording(): Promise<{ id: string; call: string }>;
};

const SCENARIO = {
  schema: 1,
  name: 'line',
  language: 'ko',
  entry: 'bye',
  blocks: { bye: { type: 'hangup', outcome: { result: 'success', reason: 'completed' } } },
} as const;

let lastNumber = 15_000_000;
const newDigits = (): DialDigits => DialDigits.parse(String(++lastNumber));

/** `recordings`: folder of the messages that callers left. */
export async function createCompany(
  db: TestDatabase,
  tenant: TenantId,
  recordings: string,
): Promise<Company> {
  const { knex } = db.database;
  const { apiKeys, outbox, calls, callSteps, numbers, scenarioVersions, trunks, trunkTests } =
    db.repositories;
  const scenario = ScenarioHash.parse(createHash('sha256').update(tenant).digest('hex'));
  await scenarioVersions.publish(system, {
    hash: scenario,
    tenant,
    name: 'line',
    document: SCENARIO,
    parts: {},
  });
  const call = async (): Promise<CallId> => {
    const id = newCallId();
    await calls.starting(system, sampleCall({ call: id, tenant, scenario }));
    return id;
  };
  const number: Company['number'] = async () => {
    const digits = newDigits();
    const row = { digits, tenant, scenario, fallbackPrompt: 'ko/fallback.wav', enabled: true };
    await numbers.upsert(system, row);
    const [found] = await knex('numbers').select('updated_at').where({ digits });
    return { digits, updatedAt: found.updated_at.toISOString() };
  };
  await number();
  return {
    tenant,
    texts: createCompanyTexts(db, tenant),
    calendar: (settings) =>
      db.repositories.calendars.create(system, {
        tenant,
        owner: { kind: 'company', ref: null },
        name: randomUUID(),
        settings,
      }),
    scenarios: createCompanyScenarios(db, tenant),
    prompt: async () =>
      (await db.repositories.prompts.create(system, { tenant, name: randomUUID(), kind: 'speech' })).id,
    async promptRecording() {
      const { prompts, promptRecordCalls } = db.repositories;
      const { id } = await prompts.create(system, { tenant, name: randomUUID(), kind: 'speech' });
      const wanted = { tenant, prompt: id, language: 'ko', extension: '1001' } as const;
      return { id, call: await promptRecordCalls.begin(system, wanted) };
    },
    user: (role = 'agent') => createTestUser(db, { tenant, role }),
    async apiKey() {
      const { hash, prefix } = newKeyToken();
      const id = randomUUID();
      const key = { id, tenant, name: 'k', prefix, tokenHash: hash, expiresAt: null } as const;
      await apiKeys.create(system, { ...key, scopes: ['calls.read'] });
      return id;
    },
    mail: () =>
      outbox.queue(system, { tenant, kind: 'notice', to: 'a@example.com', subject: 's', body: 'b' }, false),
    call,
    async recording() {
      const id = await call();
      const file = `${id}-2.wav`;
      const step = {
        seq: 1,
        block: 'main/message',
        blockType: 'leaveMessage',
        verb: 2,
        enteredAt: 1,
        leftAt: 2,
      };
      await callSteps.upsertMany(system, id, [{ ...step, outcome: 'left', recording: file }]);
      writeFileSync(join(recordings, file), Buffer.alloc(9_000));
      return { id, file };
    },
    number,
    async trunk() {
      const name = `trunk-${randomUUID()}`;
      await knex('trunks').insert({ name, tenant });
      const found = (await trunks.all(system)).find((one) => one.name === name);
      return { name, updatedAt: new Date(found?.updatedAt ?? 0).toISOString() };
    },
    async testCall() {
      const id = randomUUID();
      const [target, callerNumber] = [newDigits(), newDigits()];
      await trunkTests.begin(system, { id, tenant, trunk: 'trunk', target, callerNumber }, '***');
      return id;
    },
  };
}
