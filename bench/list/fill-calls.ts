import pg from 'pg';
import type { TenantId } from '../../contracts/ids.ts';

/** Companies of the table: nearly all calls, a tenth, a hundredth. */
export type Companies = { readonly large: TenantId; readonly middle: TenantId; readonly small: TenantId };

/** Numbers and scenarios that the fill makes heavy, rare or absent. */
export const FILLED = {
  heavyCalled: '15880000',
  rareCalled: '07070000019',
  heavyCaller: '0212340000',
  rareCaller: '01000000123',
  scenarioNow: 'a'.repeat(64),
  scenarioBefore: 'b'.repeat(64),
  scenarioElsewhere: 'c'.repeat(64),
  /** Arrival of the newest call, ms; the oldest is a year before. */
  newest: 1_790_000_000_000,
} as const;

/**
 * Fills `calls` with so many rows of one year: half of them to one number, one caller with 5 %, 300,000 others, a
 * failure of ours in a thousand, 200 that run. Triggers are off meanwhile: nobody watches a table being filled.
 */
export async function fillCalls(url: string, rows: number, companies: Companies): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('alter table calls disable trigger user');
    await client.query(FILL, [
      rows,
      companies.large,
      companies.middle,
      companies.small,
      FILLED.newest / 1_000,
    ]);
    await client.query('alter table calls enable trigger user');
    await client.query('vacuum analyze calls');
  } finally {
    await client.end();
  }
}

const FILL = `
  insert into calls (call, tenant, node, core_uuid, direction, called, caller, scenario_hash, state, arrived_at,
                     answered_at, ended_at, result, reason)
  select md5('call' || n)::uuid,
    case when n % 100 = 7 then $4::uuid when n % 10 = 3 then $3::uuid else $2::uuid end,
    'a', '0c0a5e00-0000-4000-8000-00000000000a',
    case when n % 7 = 0 then 'outbound' else 'inbound' end,
    case when n % 7 = 0 then '010' || lpad((n * 7919 % 100000000)::text, 8, '0')
         when n % 2 = 0 then '${FILLED.heavyCalled}'
         else '070700000' || lpad((n % 20)::text, 2, '0') end,
    case when n % 20 = 11 then '${FILLED.heavyCaller}'
         else '010' || lpad((n * 104729 % 300000)::text, 8, '0') end,
    case when n % 7 = 0 then null
         when n % 20 = 5 then '${FILLED.scenarioElsewhere}'
         when n > $1::int / 2 then '${FILLED.scenarioNow}'
         else '${FILLED.scenarioBefore}' end,
    case when n > $1::int - 200 then 'active' else 'ended' end,
    at, case when n <= $1::int - 200 and n % 5 <> 0 then at + interval '1 second' end,
    case when n <= $1::int - 200 then at + interval '1 minute' end,
    case when n > $1::int - 200 then null when n % 1000 = 1 then 'server' when n % 10 = 4 then 'client'
         when n % 10 = 6 then 'upstream' else 'success' end,
    case when n > $1::int - 200 then null when n % 1000 = 1 then 'bug' when n % 10 = 4 then 'caller-hung-up'
         when n % 10 = 6 then 'busy' else 'completed' end
  from (select n::bigint, to_timestamp($5::float8 - (($1::int - n)::float8 / $1::int) * 31536000) as at
          from generate_series(1, $1::int) as n) as made`;
