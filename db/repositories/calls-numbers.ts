import type { Knex } from 'knex';
import { CallwrightError } from '../../contracts/errors.ts';
import type { ScenarioHash, TenantId } from '../../contracts/ids.ts';

/** More different numbers than this are not looked through: whoever searches writes one digit more. */
export const NUMBERS_LIMIT = 1_000;

/** What stands in front of the number in the index: the company, or the scenario. */
export type NumberPlace =
  | { readonly column: 'tenant'; readonly values: readonly TenantId[] }
  | { readonly column: 'scenario_hash'; readonly values: readonly ScenarioHash[] };

export type NumberGroup = { readonly place: string; readonly backwards: string };

export const backwards = (digits: string): string => [...digits].reverse().join('');

/**
 * The different numbers that end with `suffix`, by company or scenario. Postgres has no index scan that skips to the
 * next value, so the query does: each step is one descent, whatever the number of calls.
 */
export async function numbersEnding(
  knex: Knex,
  side: 'caller' | 'called',
  place: NumberPlace,
  suffix: string,
): Promise<NumberGroup[]> {
  const from = backwards(suffix);
  const text = `reverse(${side}) collate "C"`;
  const within = `calls.${place.column} = place.value and starts_with(${text}, place.prefix)`;
  const { rows }: { rows: NumberGroup[] } = await knex.raw(
    `select place.value as place, found.backwards
       from (select value, ?::text collate "C" as prefix
               from unnest(?::${place.column === 'tenant' ? 'uuid' : 'bpchar'}[]) as value) as place
      cross join lateral (
        with recursive number as (
          (select ${text} as backwards from calls where ${within} and ${text} >= place.prefix order by ${text} limit 1)
          union all
          select (select ${text} from calls where ${within} and ${text} > number.backwards order by ${text} limit 1)
            from number where number.backwards is not null
        )
        select backwards from number where backwards is not null limit ${NUMBERS_LIMIT + 1}
      ) as found
      limit ${NUMBERS_LIMIT + 1}`,
    [from, [...place.values]],
  );
  if (rows.length > NUMBERS_LIMIT)
    throw new CallwrightError(
      'request/invalid',
      'too many numbers end like this: write more of their digits',
    );
  return rows;
}
