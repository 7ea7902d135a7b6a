import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { DialDigits, ScenarioHash, TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireTenant, visibleTo } from '../visibility.ts';

/** A called number and what answers it; without a scenario, or disabled, only the fallback prompt plays. */
export type NumberRow = {
  digits: DialDigits;
  tenant: TenantId;
  scenario: ScenarioHash | null;
  fallbackPrompt: string;
  enabled: boolean;
};

export type Numbers = {
  all(actor: Actor): Promise<NumberRow[]>;
  /** False when the number belongs to another tenant: it is left as it is. */
  upsert(actor: Actor, number: NumberRow): Promise<boolean>;
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
          fallbackPrompt: 'fallback_prompt',
        })
        .orderBy('digits');
      return query(visibleTo(rows, actor));
    },
    async upsert(actor, number) {
      requireTenant(actor, number.tenant);
      const written = await query(
        knex('numbers')
          .insert({
            digits: number.digits,
            tenant: number.tenant,
            scenario_hash: number.scenario,
            fallback_prompt: number.fallbackPrompt,
            enabled: number.enabled,
          })
          .onConflict('digits')
          .merge({
            scenario_hash: number.scenario,
            fallback_prompt: number.fallbackPrompt,
            enabled: number.enabled,
            updated_at: knex.fn.now(),
          })
          .where('numbers.tenant', number.tenant)
          .returning('digits'),
      );
      return written.length === 1;
    },
  };
}
