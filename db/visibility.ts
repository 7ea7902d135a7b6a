import type { Knex } from 'knex';
import { type Actor, tenantOf } from '../contracts/api/actor.ts';
import { CallwrightError } from '../contracts/errors.ts';

/** Columns that name a row's owner; a closed list, since identifiers never come from input (S21). */
export type TenantColumn =
  | 'tenant'
  | 'calls.tenant'
  | 'numbers.tenant'
  | 'messages.tenant'
  | 't.tenant'
  | 's.tenant'
  | 'id';

/** Narrows a query to the rows that the actor may see; our own processes and platform administrators see all. */
export function visibleTo<Q extends Knex.QueryBuilder>(
  builder: Q,
  actor: Actor,
  column: TenantColumn = 'tenant',
): Q {
  const tenant = tenantOf(actor);
  if (tenant !== undefined) builder.where(column, tenant);
  return builder;
}

/** Narrows rows that carry no tenant of their own to those whose call the actor may see. */
export function ofVisibleCall<Q extends Knex.QueryBuilder>(builder: Q, actor: Actor, knex: Knex): Q {
  const tenant = tenantOf(actor);
  if (tenant !== undefined) builder.whereIn('call', knex('calls').select('call').where('tenant', tenant));
  return builder;
}

/** Refuses a write into another tenant. "Not found" rather than "forbidden": a stranger learns nothing. */
export function requireTenant(actor: Actor, tenant: string): void {
  if ((tenantOf(actor) ?? tenant) !== tenant)
    throw new CallwrightError('request/not-found', 'no such tenant');
}

/** Refuses what only our own processes may do. */
export function requireSystem(actor: Actor): void {
  if (actor.kind !== 'system') throw new CallwrightError('request/not-found', 'no such resource');
}
