import { randomUUID } from 'node:crypto';
import { ScenarioHash, type TenantId } from '../../contracts/ids.ts';
import { system } from '../../db/testing/samples.ts';
import type { TestDatabase } from '../../db/testing/test-database.ts';

/** What makes scenarios of a company, fresh for each request. */
export type CompanyScenarios = {
  /** A draft that could be published, and that no number leads to. */
  draft(): Promise<{ id: string; revision: number }>;
  /** A scenario with two versions; `older` is not live. */
  published(): Promise<{ id: string; older: string; live: string }>;
  test(): Promise<{ id: string; test: string }>;
  host(): Promise<string>;
};

const newHash = (): ScenarioHash => ScenarioHash.parse(`${randomUUID()}${randomUUID()}`.replaceAll('-', ''));

/** A scenario that picks up and hangs up. */
export const smallDocument = (name: string) => ({
  schema: 1,
  name,
  language: 'ko',
  entry: 'answer',
  blocks: { answer: { type: 'answer', next: { done: 'bye' } }, bye: { type: 'hangup' } },
});

export const TEST_DRAFT = {
  given: { at: '2026-09-22T10:00:00+09:00', inputs: [] },
  expect: { outcome: { result: 'success', reason: 'completed' } },
} as const;

export function createCompanyScenarios(db: TestDatabase, tenant: TenantId): CompanyScenarios {
  const { httpHosts, scenarios, scenarioTests } = db.repositories;
  const draft: CompanyScenarios['draft'] = async () => {
    const name = randomUUID();
    return scenarios.create(system, tenant, { name, document: smallDocument(name), layout: {} });
  };
  return {
    draft,
    async published() {
      const { id, revision } = await draft();
      const [older, live] = [newHash(), newHash()];
      for (const hash of [older, live])
        await scenarios.publish(system, id, { revision, hash, document: {}, parts: {}, note: '' });
      return { id, older, live };
    },
    async test() {
      const { id } = await draft();
      const { at, inputs } = TEST_DRAFT.given;
      const given = { at, inputs: [...inputs], caller: '07012345678', called: '15880000', seed: 1, http: [] };
      const made = await scenarioTests.create(system, id, { name: 't', given, expect: TEST_DRAFT.expect });
      return { id, test: made?.id ?? '' };
    },
    host: async () => (await httpHosts.add(system, tenant, `${randomUUID()}.example.kr`, null)).id,
  };
}
