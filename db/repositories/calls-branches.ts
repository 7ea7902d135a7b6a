import type { Knex } from 'knex';
import type { CallId, ScenarioHash, TenantId } from '../../contracts/ids.ts';
import { anyFacet, type FacetFilter, facetsOf } from './call-facet.ts';
import { backwards, type NumberGroup, type NumberPlace, numbersEnding } from './calls-numbers.ts';
import { joinParts, type SqlPart, sqlPart } from './sql-part.ts';

/** What decides which rows are listed. Instants in ms, `from` inclusive, `to` exclusive; numbers match whole. */
export type CallConditions = FacetFilter & {
  tenant?: TenantId | undefined;
  caller?: string | undefined;
  called?: string | undefined;
  scenario?: ScenarioHash | undefined;
  from?: number | undefined;
  to?: number | undefined;
  /** A call's id, or the last digits of either number. */
  search?: { readonly call: CallId } | { readonly ending: string } | undefined;
};

/**
 * One way into the table: `source` yields the leading columns of an index, `where` what a row of it must fulfil. In
 * each, rows come in the order of their arrival, so that a page reads a page and not the table.
 */
export type Branch = { readonly source: SqlPart | undefined; readonly where: SqlPart };

const CALLER = 'reverse(calls.caller) collate "C"';
const CALLED = 'reverse(calls.called) collate "C"';

/** Which branches together hold the rows of a filter; `tenant` is the one company that the reader may see. */
export async function branchesOf(
  knex: Knex,
  tenant: TenantId | undefined,
  filter: CallConditions,
): Promise<readonly Branch[]> {
  const facets = facetsOf(filter);
  if (facets.length === 0 || (tenant !== undefined && (filter.tenant ?? tenant) !== tenant)) return [];
  const only = tenant ?? filter.tenant;
  const { search, scenario, caller, called } = filter;
  const byCaller = (groups: readonly NumberGroup[], more: readonly SqlPart[] = []): Branch[] => {
    const conditions = [...period(filter), ...rest(filter, ['called', 'scenario'], only), ...more];
    return branch(groups, 'tenant', CALLER, facets, conditions);
  };
  const byCalled = (groups: readonly NumberGroup[], more: readonly SqlPart[] = []): Branch[] => {
    const conditions = [...period(filter), ...rest(filter, ['caller'], only), ...more];
    return branch(groups, scenario === undefined ? 'tenant' : 'scenario_hash', CALLED, facets, conditions);
  };
  if (search !== undefined && 'call' in search) {
    const conditions = rest(filter, ['caller', 'called', 'scenario'], only);
    const id = [sqlPart('calls.call = ?', search.call), sqlPart('calls.facet = any(?)', facets)];
    return [{ source: undefined, where: all([...id, ...conditions, ...period(filter)]) }];
  }
  const companies: NumberPlace = { column: 'tenant', values: only ? [only] : await tenantIds(knex) };
  const place: NumberPlace =
    scenario === undefined ? companies : { column: 'scenario_hash', values: [scenario] };
  const exactly = ({ values }: NumberPlace, digits: string): NumberGroup[] =>
    values.map((value) => ({ place: value, backwards: backwards(digits) }));
  const ending = endingToFind(filter);
  if (ending === null) return [];
  if (ending !== undefined) {
    if (caller !== undefined)
      return byCaller(exactly(companies, caller), [sqlPart(`starts_with(${CALLED}, ?)`, backwards(ending))]);
    const callers = await numbersEnding(knex, 'caller', companies, ending);
    if (called !== undefined) return byCaller(callers);
    // Whose both numbers end like this is in the first branch already.
    const once = [sqlPart(`not starts_with(${CALLER}, ?)`, backwards(ending))];
    return [...byCaller(callers), ...byCalled(await numbersEnding(knex, 'called', place, ending), once)];
  }
  if (caller !== undefined) return byCaller(exactly(companies, caller));
  if (called !== undefined) return byCalled(exactly(place, called));
  if (scenario !== undefined) return byCalled(await numbersEnding(knex, 'called', place, ''));
  return unnumbered(filter, facets, companies.values, only);
}

/** The last digits that have to be looked for: undefined when none (any more), null when nothing can have them. */
function endingToFind({ search, caller, called }: CallConditions): string | null | undefined {
  if (search === undefined || 'call' in search) return undefined;
  const { ending } = search;
  if (caller?.endsWith(ending) || called?.endsWith(ending)) return undefined;
  return caller !== undefined && called !== undefined ? null : ending;
}

function branch(
  groups: readonly NumberGroup[],
  column: 'tenant' | 'scenario_hash',
  number: string,
  facets: readonly string[],
  conditions: readonly SqlPart[],
): Branch[] {
  if (groups.length === 0) return [];
  const type = column === 'tenant' ? 'uuid' : 'bpchar';
  const source = sqlPart(
    `unnest(?::${type}[], ?::text[]) as g (place, backwards) cross join unnest(?::text[]) as f (facet)`,
    groups.map((group) => group.place),
    groups.map((group) => group.backwards),
    [...facets],
  );
  const leading = sqlPart(`calls.${column} = g.place and ${number} = g.backwards and calls.facet = f.facet`);
  return [{ source, where: all([leading, ...conditions]) }];
}

/** No number and no scenario: by company and facet, or just by arrival when these do not matter either. */
function unnumbered(
  filter: CallConditions,
  facets: readonly string[],
  tenants: readonly string[],
  only: TenantId | undefined,
): Branch[] {
  if (anyFacet(filter))
    return [{ source: undefined, where: all([...period(filter), ...rest(filter, [], only)]) }];
  const source = sqlPart(
    'unnest(?::uuid[]) as g (place) cross join unnest(?::text[]) as f (facet)',
    [...tenants],
    [...facets],
  );
  const leading = sqlPart('calls.tenant = g.place and calls.facet = f.facet');
  return [{ source, where: all([leading, ...period(filter)]) }];
}

function period({ from, to }: CallConditions): SqlPart[] {
  return [
    ...(from === undefined ? [] : [sqlPart('calls.arrived_at >= ?', new Date(from))]),
    ...(to === undefined ? [] : [sqlPart('calls.arrived_at < ?', new Date(to))]),
  ];
}

/** Conditions that the index of a branch does not answer; the company is always among them. */
function rest(
  filter: CallConditions,
  names: readonly ('caller' | 'called' | 'scenario')[],
  only: TenantId | undefined,
): SqlPart[] {
  const column = { caller: 'calls.caller', called: 'calls.called', scenario: 'calls.scenario_hash' };
  const parts = names.flatMap((name) => {
    const wanted = filter[name];
    return wanted === undefined ? [] : [sqlPart(`${column[name]} = ?`, wanted)];
  });
  return only === undefined ? parts : [...parts, sqlPart('calls.tenant = ?', only)];
}

const all = (parts: readonly SqlPart[]): SqlPart =>
  parts.length === 0 ? sqlPart('true') : joinParts(parts, ' and ');

async function tenantIds(knex: Knex): Promise<TenantId[]> {
  return knex('tenants').orderBy('id').pluck('id');
}
