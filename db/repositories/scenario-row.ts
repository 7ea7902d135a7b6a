import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { ScenarioHash, TenantId } from '../../contracts/ids.ts';
import { visibleTo } from '../visibility.ts';

/** The version that new calls get; instants in ms. */
export type LiveVersion = { hash: ScenarioHash; version: number; publishedAt: number };

/** A scenario as its list shows it. */
export type ScenarioHead = {
  id: string;
  tenant: TenantId;
  name: string;
  revision: number;
  /** The draft says something else than what is live. */
  changed: boolean;
  live: LiveVersion | null;
  /** Numbers that follow it, or that a person made lead to one of its versions. */
  numbers: string[];
  blocks: number;
  updatedAt: number;
  /** Name of whoever changed it last; null for our own processes and for those who are gone. */
  updatedBy: string | null;
};

/** With the draft itself, as it was saved: whatever JSON somebody sent. */
export type ScenarioRow = ScenarioHead & {
  document: unknown;
  layout: Record<string, { x: number; y: number }>;
};

type Columns = Omit<ScenarioRow, 'live' | 'updatedAt'> & {
  hash: ScenarioHash | null;
  version: number;
  publishedAt: Date;
  updatedAt: Date;
};

/** Numbers that lead to the scenario `s`, whichever way. */
export const NUMBERS_OF_SCENARIO = `array(
    select n.digits from numbers as n
    left join scenario_versions as led on led.tenant = n.tenant and led.hash = n.scenario_hash
    where n.tenant = s.tenant and (n.scenario = s.id or led.scenario = s.id) order by n.digits)`;
// A draft may be any JSON, so nothing here may fail because blocks are no object.
const count = (path: string): string =>
  `(select count(*)::int from jsonb_path_query(s.document, '${path}', '{}', true))`;
const BLOCKS = `${count('$.blocks.keyvalue()')} + ${count('$.subScenarios.*.blocks.keyvalue()')}`;

/** Scenarios that were not removed and that the actor may see, as `s`; `whole`: with documents. */
export function selectScenarios(
  knex: Knex,
  actor: Actor,
  whole: boolean,
): Knex.QueryBuilder<object, Columns[]> {
  const select = knex('scenarios as s')
    .leftJoin('scenario_versions as live', { 'live.tenant': 's.tenant', 'live.hash': 's.live_hash' })
    .leftJoin('users as editor', 'editor.id', 's.updated_by')
    .whereNull('s.removed_at')
    .select<Columns[]>('s.id', 's.tenant', 's.name', 's.revision', {
      hash: 's.live_hash',
      version: 'live.version',
      publishedAt: 'live.published_at',
      updatedAt: 's.updated_at',
      updatedBy: 'editor.name',
    })
    .select(knex.raw('(live.hash is null or s.document <> live.document) as changed'))
    .select(knex.raw(`${NUMBERS_OF_SCENARIO} as numbers`))
    .select(knex.raw(`${BLOCKS} as blocks`));
  if (whole) select.select('s.document', 's.layout');
  return visibleTo(select, actor, 's.tenant');
}

/** One of them; undefined when the actor sees no such scenario. */
export async function readScenario(knex: Knex, actor: Actor, id: string): Promise<ScenarioRow | undefined> {
  const [found] = await selectScenarios(knex, actor, true).where('s.id', id);
  return found === undefined ? undefined : toScenario(found);
}

export function toScenario({ hash, version, publishedAt, updatedAt, ...row }: Columns): ScenarioRow {
  const live = hash === null ? null : { hash, version, publishedAt: publishedAt.getTime() };
  return { ...row, live, updatedAt: updatedAt.getTime() };
}
