import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { DialDigits, ScenarioHash, TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireTenant, visibleTo } from '../visibility.ts';
import { createNumbersList, type NumbersList } from './numbers-list.ts';

/** A called number and what answers it; without a scenario, or disabled, only the fallback prompt plays. */
export type NumberRow = {
  digits: DialDigits;
  tenant: TenantId;
  scenario: ScenarioHash | null;
  /** Id of the scenario that it follows: publishing that one leads it to the new version. Absent: it keeps its own. */
  follows?: string | null;
  fallbackPrompt: string;
  enabled: boolean;
};

export type Numbers = NumbersList & {
  all(actor: Actor): Promise<NumberRow[]>;
  /** False when the number belongs to another tenant: it is left as it is. */
  upsert(actor: Actor, number: NumberRow): Promise<boolean>;
  /** As `upsert`, but what a person has changed stays as he left it. */
  seed(actor: Actor, number: NumberRow): Promise<boolean>;
};

/** Postgres channel on which a change of any number is announced, with an empty payload: load `all` again. */
export const NUMBERS_CHANGED = 'numbers_changed';

/** Table `numbers`. */
export function createNumbers(knex: Knex): Numbers {
  return {
    async all(actor) {
      const rows = knex('numbers')
        .select<NumberRow[]>('digits', 'tenant', 'enabled', {
          scenario: 'scenario_hash',
          follows: 'scenario',
          fallbackPrompt: 'fallback_prompt',
        })
        .orderBy('digits');
      return query(visibleTo(rows, actor));
    },
    upsert: (actor, number) => write(knex, actor, number, {}),
    seed: (actor, number) => write(knex, actor, number, { 'numbers.edited_at': null }),
    ...createNumbersList(knex),
  };
}

/** The instant since when a number leads where it does moves only when it leads elsewhere. */
const SINCE = `case when numbers.scenario_hash is distinct from excluded.scenario_hash
  or numbers.enabled <> excluded.enabled then now() else numbers.since end`;

async function write(
  knex: Knex,
  actor: Actor,
  number: NumberRow,
  only: Record<string, null>,
): Promise<boolean> {
  requireTenant(actor, number.tenant);
  const columns = {
    scenario_hash: number.scenario,
    scenario: number.follows ?? null,
    fallback_prompt: number.fallbackPrompt,
    enabled: number.enabled,
  };
  const written = await query(
    knex('numbers')
      .insert({ digits: number.digits, tenant: number.tenant, ...columns })
      .onConflict('digits')
      .merge({ ...columns, since: knex.raw(SINCE), updated_at: knex.fn.now() })
      .where({ 'numbers.tenant': number.tenant, ...only })
      .returning('digits'),
  );
  return written.length === 1;
}
