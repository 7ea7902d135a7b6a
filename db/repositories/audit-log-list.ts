import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { visibleTo } from '../visibility.ts';

/** An entry as it is read; `at` in ms. */
export type AuditRow = {
  /** Number of the row, as text: it may outgrow what a JS number holds exactly. */
  id: string;
  tenant: TenantId | null;
  at: number;
  actorKind: Actor['kind'];
  actor: string;
  /** Name of the user or key; null for our own processes and for those who are gone. */
  actorName: string | null;
  action: string;
  subject: string;
  detail: Record<string, string | number | boolean | null>;
};

/** `from` ≤ at < `to` in ms. `action` ending in a dot means every action of that subject. */
export type AuditFilter = {
  from?: number | undefined;
  to?: number | undefined;
  action?: string | undefined;
  actor?: string | undefined;
  /** Id of the last row of the page before. */
  cursor?: string | undefined;
  limit: number;
};

export type AuditPage = { entries: AuditRow[]; next: string | null };

type AuditRecord = {
  id: string;
  tenant: TenantId | null;
  at: Date;
  actor_kind: Actor['kind'];
  actor: string;
  action: string;
  subject: string;
  detail: AuditRow['detail'];
  user_name: string | null;
  key_name: string | null;
};

const COLUMNS: (keyof AuditRecord)[] = [
  'id',
  'tenant',
  'at',
  'actor_kind',
  'actor',
  'action',
  'subject',
  'detail',
];

/** Newest first, in the order in which entries were written. */
export async function listAudit(knex: Knex, actor: Actor, filter: AuditFilter): Promise<AuditPage> {
  const select = knex('audit_log').select<AuditRecord[]>([
    ...COLUMNS,
    knex.raw('(select name from users where users.id::text = audit_log.actor) as user_name'),
    knex.raw('(select name from api_keys where api_keys.id::text = audit_log.actor) as key_name'),
  ]);
  visibleTo(select, actor);
  if (filter.from !== undefined) select.where('at', '>=', new Date(filter.from));
  if (filter.to !== undefined) select.where('at', '<', new Date(filter.to));
  if (filter.action?.endsWith('.')) select.where(knex.raw('starts_with(action, ?)', [filter.action]));
  else if (filter.action !== undefined) select.where('action', filter.action);
  if (filter.actor !== undefined) select.where('actor', filter.actor);
  if (filter.cursor !== undefined) select.where('id', '<', filter.cursor);
  const found = await select.orderBy('id', 'desc').limit(filter.limit + 1);
  const entries = found.slice(0, filter.limit).map(toRow);
  return { entries, next: found.length > filter.limit ? (entries.at(-1)?.id ?? null) : null };
}

const toRow = (record: AuditRecord): AuditRow => ({
  id: record.id,
  tenant: record.tenant,
  at: record.at.getTime(),
  actorKind: record.actor_kind,
  actor: record.actor,
  actorName: record.user_name ?? record.key_name,
  action: record.action,
  subject: record.subject,
  detail: record.detail,
});
