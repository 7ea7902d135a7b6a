import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { ApiKeyScope } from '../../contracts/api/permissions.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireSystem, requireTenant, visibleTo } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';

/** A key as it is kept, without its hash; instants in ms. */
export type ApiKeyRow = {
  id: string;
  tenant: TenantId;
  name: string;
  /** Beginning of the token, by which people tell keys apart. */
  prefix: string;
  scopes: ApiKeyScope[];
  /** Id of the user who made it; null for our own processes. */
  createdBy: string | null;
  createdAt: number;
  lastUsedAt: number | null;
  revokedAt: number | null;
  expiresAt: number | null;
};

export type NewApiKeyRow = Pick<ApiKeyRow, 'id' | 'tenant' | 'name' | 'prefix' | 'scopes' | 'expiresAt'> & {
  /** SHA-256 of the token, hex. */
  tokenHash: string;
};

export type ApiKeys = {
  /** Writes the key and its audit entry, both or none. */
  create(actor: Actor, key: NewApiKeyRow): Promise<ApiKeyRow>;
  /** Newest first, revoked ones too. */
  list(actor: Actor): Promise<ApiKeyRow[]>;
  /** False when there is no such key; revoking twice changes nothing and answers true. */
  revoke(actor: Actor, id: string): Promise<boolean>;
  /** The key of a token's hash, unless revoked or expired; for our own processes. Notes its use, once a minute. */
  use(actor: Actor, tokenHash: string): Promise<ApiKeyRow | undefined>;
};

type ApiKeyRecord = {
  id: string;
  tenant: TenantId;
  name: string;
  prefix: string;
  token_hash: string;
  scopes: ApiKeyScope[];
  created_by: string | null;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
  expires_at: Date | null;
};

const COLUMNS: (keyof ApiKeyRecord)[] = [
  'id',
  'tenant',
  'name',
  'prefix',
  'scopes',
  'created_by',
  'created_at',
  'last_used_at',
  'revoked_at',
  'expires_at',
];

const ms = (date: Date | null): number | null => date?.getTime() ?? null;

const toRow = (record: Omit<ApiKeyRecord, 'token_hash'>): ApiKeyRow => ({
  id: record.id,
  tenant: record.tenant,
  name: record.name,
  prefix: record.prefix,
  scopes: record.scopes,
  createdBy: record.created_by,
  createdAt: record.created_at.getTime(),
  lastUsedAt: ms(record.last_used_at),
  revokedAt: ms(record.revoked_at),
  expiresAt: ms(record.expires_at),
});

/** Table `api_keys`. */
export function createApiKeys(knex: Knex): ApiKeys {
  return {
    create: (actor, key) => insertKey(knex, actor, key),
    async list(actor) {
      const select = knex<ApiKeyRecord>('api_keys')
        .select(COLUMNS)
        .orderBy([
          { column: 'created_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ]);
      return (await query(visibleTo(select, actor))).map(toRow);
    },
    revoke: (actor, id) => revokeKey(knex, actor, id),
    use: (actor, tokenHash) => useKey(knex, actor, tokenHash),
  };
}

async function insertKey(knex: Knex, actor: Actor, key: NewApiKeyRow): Promise<ApiKeyRow> {
  requireTenant(actor, key.tenant);
  return query(
    knex.transaction(async (trx) => {
      const [record] = await trx<ApiKeyRecord>('api_keys')
        .insert({
          id: key.id,
          tenant: key.tenant,
          name: key.name,
          prefix: key.prefix,
          token_hash: key.tokenHash,
          scopes: key.scopes,
          created_by: actor.kind === 'user' ? actor.user : null,
          expires_at: key.expiresAt === null ? null : new Date(key.expiresAt),
        })
        .returning(COLUMNS);
      await recordAudit(trx, actor, {
        tenant: key.tenant,
        action: 'api-key.create',
        subject: key.id,
        detail: { name: key.name, prefix: key.prefix, scopes: key.scopes.join(' ') },
      });
      return toRow(record as ApiKeyRecord);
    }),
  );
}

async function revokeKey(knex: Knex, actor: Actor, id: string): Promise<boolean> {
  return query(
    knex.transaction(async (trx) => {
      const select = trx<ApiKeyRecord>('api_keys').select(COLUMNS).where('id', id).forUpdate();
      const [record] = await visibleTo(select, actor);
      if (record === undefined) return false;
      if (record.revoked_at !== null) return true;
      await trx('api_keys').where('id', id).update({ revoked_at: trx.fn.now() });
      await recordAudit(trx, actor, {
        tenant: record.tenant,
        action: 'api-key.revoke',
        subject: id,
        detail: { name: record.name, prefix: record.prefix },
      });
      return true;
    }),
  );
}

/** Each request would otherwise write a row; a minute is fine enough to see whether a key is still in use. */
const UNNOTED = "coalesce(last_used_at < now() - interval '1 minute', true)";

async function useKey(knex: Knex, actor: Actor, tokenHash: string): Promise<ApiKeyRow | undefined> {
  requireSystem(actor);
  const [record] = await query(
    knex('api_keys')
      .select<(ApiKeyRecord & { unnoted: boolean })[]>([...COLUMNS, knex.raw(`${UNNOTED} as unnoted`)])
      .where('token_hash', tokenHash)
      .whereNull('revoked_at')
      .where(knex.raw('coalesce(expires_at > now(), true)')),
  );
  if (record === undefined) return undefined;
  if (record.unnoted) {
    const unnoted = knex('api_keys').where('id', record.id).where(knex.raw(UNNOTED));
    await query(unnoted.update({ last_used_at: knex.fn.now() }));
  }
  return toRow(record);
}
