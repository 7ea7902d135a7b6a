import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireTenant, visibleTo } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';

/** A host that scenarios of a company may ask; `at` in ms. Its token is shown to nobody. */
export type HttpHostRow = {
  id: string;
  tenant: TenantId;
  host: string;
  hasToken: boolean;
  createdAt: number;
};

/** What a request needs: `token` is sealed, bound to `id`. */
export type ListedHost = { id: string; host: string; token: string | null };

/** Changes are recorded in the audit log, tokens never. */
export type HttpHosts = {
  /** By name. */
  list(actor: Actor): Promise<HttpHostRow[]>;
  /** `request/conflict` when the company has the host, or as many as it may have. `seal` gets the id of the new row. */
  add(
    actor: Actor,
    tenant: TenantId,
    host: string,
    seal: ((id: string) => string) | null,
  ): Promise<HttpHostRow>;
  remove(actor: Actor, id: string): Promise<boolean>;
  /** Hosts with their sealed tokens, for whoever asks them. */
  listed(actor: Actor, tenant: TenantId): Promise<ListedHost[]>;
};

export const HOSTS_PER_COMPANY = 50;

type Row = { id: string; tenant: TenantId; host: string; token: string | null; created_at: Date };

/** Table `http_hosts`. */
export function createHttpHosts(knex: Knex): HttpHosts {
  const inOne = <T>(work: (trx: Knex) => Promise<T>): Promise<T> => query(knex.transaction(work));
  return {
    async list(actor) {
      const rows = knex('http_hosts').select<Row[]>('*').orderBy(['host', 'tenant']);
      return (await query(visibleTo(rows, actor))).map(toRow);
    },
    add: (actor, tenant, host, seal) => inOne((trx) => add(trx, actor, tenant, host, seal)),
    remove: (actor, id) =>
      inOne(async (trx) => {
        const [gone]: Pick<Row, 'tenant' | 'host'>[] = await visibleTo(
          trx('http_hosts').where({ id }),
          actor,
        ).del(['tenant', 'host']);
        if (gone === undefined) return false;
        const { tenant, host } = gone;
        await recordAudit(trx, actor, { tenant, action: 'http-host.remove', subject: id, detail: { host } });
        return true;
      }),
    async listed(actor, tenant) {
      requireTenant(actor, tenant);
      return query(knex('http_hosts').select<ListedHost[]>('id', 'host', 'token').where({ tenant }));
    },
  };
}

async function add(
  trx: Knex,
  actor: Actor,
  tenant: TenantId,
  host: string,
  seal: ((id: string) => string) | null,
): Promise<HttpHostRow> {
  requireTenant(actor, tenant);
  // The row of the company is locked, so that two who add a host at once are told, and not failed.
  await trx('tenants').select('id').where('id', tenant).forNoKeyUpdate();
  const known: string[] = await trx('http_hosts').where({ tenant }).pluck('host');
  if (known.includes(host)) throw new CallwrightError('request/conflict', 'this host is on the list already');
  if (known.length >= HOSTS_PER_COMPANY)
    throw new CallwrightError('request/conflict', `a company lists at most ${HOSTS_PER_COMPANY} hosts`);
  const id = randomUUID();
  const [made] = await trx('http_hosts')
    .insert({ id, tenant, host, token: seal?.(id) ?? null })
    .returning<Row[]>('*');
  if (made === undefined) throw new CallwrightError('server/bug', 'a host that was added is not there');
  const detail = { host, token: seal !== null };
  await recordAudit(trx, actor, { tenant, action: 'http-host.add', subject: id, detail });
  return toRow(made);
}

const toRow = ({ id, tenant, host, token, created_at }: Row): HttpHostRow => ({
  id,
  tenant,
  host,
  hasToken: token !== null,
  createdAt: created_at.getTime(),
});
