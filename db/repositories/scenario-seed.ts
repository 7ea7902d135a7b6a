import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { ScenarioHash, TenantId } from '../../contracts/ids.ts';
import { cleanJson } from '../json-rows.ts';
import { requireTenant } from '../visibility.ts';
import { goLive } from './scenario-publish.ts';
import { writeVersion } from './scenario-versions.ts';

/** A scenario that comes with the product, compiled. */
export type ShippedScenario = {
  tenant: TenantId;
  name: string;
  hash: ScenarioHash;
  document: unknown;
  parts: Readonly<Record<string, unknown>>;
};

/** The scenario that numbers may follow, and the version that they then lead to. */
export type Seeded = { id: string; live: ScenarioHash };

type Row = { id: string; live: ScenarioHash | null; edited_at: Date | null; removed_at: Date | null };

/**
 * Publishes a shipped scenario as one that people can edit. From the first edit on it is theirs: a newer release only adds
 * its version. Undefined when somebody removed it, and then the version is there all the same.
 */
export async function seedScenario(
  trx: Knex.Transaction,
  actor: Actor,
  shipped: ShippedScenario,
): Promise<Seeded | undefined> {
  const { tenant, name, hash, document } = shipped;
  requireTenant(actor, tenant);
  // Several processes may start at once.
  await trx('tenants').select('id').where('id', tenant).forNoKeyUpdate();
  const found = await trx('scenarios')
    .where({ tenant, name })
    .orderByRaw('removed_at desc nulls first')
    .first<Row | undefined>('id', 'edited_at', 'removed_at', { live: 'live_hash' });
  const id = found?.id ?? randomUUID();
  if (found === undefined) await trx('scenarios').insert({ id, tenant, name, document: cleanJson(document) });
  await writeVersion(trx, { ...shipped, scenario: id });
  if (found !== undefined && found.removed_at !== null) return undefined;
  if (found?.live != null && found.edited_at !== null) return { id, live: found.live };
  if (found?.live !== hash) {
    await trx('scenarios')
      .where({ id })
      .update({ document: cleanJson(document), updated_at: trx.fn.now() });
    await goLive(trx, id, hash);
  }
  return { id, live: hash };
}
