import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { LIMITS } from '../../contracts/scenario/draft-limits.ts';
import type { SimulationExpect, SimulationGiven } from '../../contracts/scenario/simulation.ts';
import { query } from '../errors.ts';
import { cleanJson } from '../json-rows.ts';
import { recordAudit } from './audit-log.ts';
import { readScenario, type ScenarioRow } from './scenario-row.ts';

export type ScenarioTestDraftRow = { name: string; given: SimulationGiven; expect: SimulationExpect };

/** A test of a scenario; instants in ms. */
export type ScenarioTestRow = ScenarioTestDraftRow & { id: string; updatedAt: number };

/**
 * Changes are recorded in the audit log. `undefined` or false: the actor sees no such scenario, or it has no such test.
 * `request/conflict`: the scenario has a test of that name, or as many as it may have.
 */
export type ScenarioTests = {
  /** By name; of a scenario that the actor does not see, none. */
  list(actor: Actor, scenario: string): Promise<ScenarioTestRow[]>;
  create(actor: Actor, scenario: string, draft: ScenarioTestDraftRow): Promise<ScenarioTestRow | undefined>;
  change(
    actor: Actor,
    scenario: string,
    id: string,
    draft: ScenarioTestDraftRow,
  ): Promise<ScenarioTestRow | undefined>;
  remove(actor: Actor, scenario: string, id: string): Promise<boolean>;
};

type Row = ScenarioTestDraftRow & { id: string; updated_at: Date };
const COLUMNS = ['id', 'name', 'given', 'expect', 'updated_at'] as const;

/** Table `scenario_tests`. */
export function createScenarioTests(knex: Knex): ScenarioTests {
  const inOne = <T>(
    actor: Actor,
    scenario: string,
    work: (trx: Knex, of: ScenarioRow) => Promise<T>,
  ): Promise<T | undefined> =>
    query(
      knex.transaction(async (trx) => {
        // Locked, so that two who take a name at once are told, and not failed.
        await trx('scenarios').select('id').where('id', scenario).forNoKeyUpdate();
        const of = await readScenario(trx, actor, scenario);
        return of === undefined ? undefined : work(trx, of);
      }),
    );
  return {
    async list(actor, scenario) {
      if ((await query(readScenario(knex, actor, scenario))) === undefined) return [];
      const rows = knex('scenario_tests').select<Row[]>(COLUMNS).where({ scenario }).orderBy('name');
      return (await query(rows)).map(toRow);
    },
    create: (actor, scenario, draft) =>
      inOne(actor, scenario, async (trx, of) => {
        await requireRoom(trx, of, draft.name);
        const [made] = await trx('scenario_tests')
          .insert({ id: randomUUID(), scenario, ...columnsOf(draft) })
          .returning<Row[]>(COLUMNS);
        if (made === undefined) throw new CallwrightError('server/bug', 'a test that was made is not there');
        await note(trx, actor, of, 'scenario-test.create', draft.name);
        return toRow(made);
      }),
    change: (actor, scenario, id, draft) =>
      inOne(actor, scenario, async (trx, of) => {
        await requireFreeName(trx, scenario, draft.name, id);
        const [changed] = await trx('scenario_tests')
          .where({ id, scenario })
          .update({ ...columnsOf(draft), updated_at: trx.fn.now() })
          .returning<Row[]>(COLUMNS);
        if (changed === undefined) return undefined;
        await note(trx, actor, of, 'scenario-test.change', draft.name);
        return toRow(changed);
      }),
    remove: async (actor, scenario, id) =>
      (await inOne(actor, scenario, async (trx, of) => {
        const [gone]: { name: string }[] = await trx('scenario_tests').where({ id, scenario }).del(['name']);
        if (gone !== undefined) await note(trx, actor, of, 'scenario-test.remove', gone.name);
        return gone !== undefined;
      })) ?? false,
  };
}

async function requireRoom(trx: Knex, { id: scenario }: ScenarioRow, name: string): Promise<void> {
  await requireFreeName(trx, scenario, name);
  const [counted] = await trx('scenario_tests').where({ scenario }).count<{ count: string }[]>();
  if (Number(counted?.count) >= LIMITS.tests)
    throw new CallwrightError('request/conflict', `a scenario has at most ${LIMITS.tests} tests`);
}

async function requireFreeName(trx: Knex, scenario: string, name: string, but?: string): Promise<void> {
  const taken = trx('scenario_tests').select('id').where({ scenario, name });
  if (but !== undefined) taken.whereNot('id', but);
  if ((await taken).length > 0)
    throw new CallwrightError('request/conflict', 'the scenario has a test of this name: choose another');
}

const note = (trx: Knex, actor: Actor, { id, tenant }: ScenarioRow, action: string, name: string) =>
  recordAudit(trx, actor, { tenant, action, subject: id, detail: { name } });

const columnsOf = ({ name, given, expect }: ScenarioTestDraftRow): object => ({
  name,
  given: cleanJson(given),
  expect: cleanJson(expect),
});

const toRow = ({ updated_at, ...row }: Row): ScenarioTestRow => ({ ...row, updatedAt: updated_at.getTime() });
