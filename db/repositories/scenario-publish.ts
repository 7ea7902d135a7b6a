import type { Knex } from 'knex';
import { type Actor, idOf } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { ScenarioHash } from '../../contracts/ids.ts';
import { recordAudit } from './audit-log.ts';
import type { ScenarioRow } from './scenario-row.ts';
import { writeVersion } from './scenario-versions.ts';

/** A draft that was linted, tested and compiled, and of which revision it was. */
export type PublishedDraft = {
  revision: number;
  hash: ScenarioHash;
  document: unknown;
  parts: Readonly<Record<string, unknown>>;
  note: string;
};

/** Writes the version and makes it live. The caller has locked the scenario: of two who publish at once one is first. */
export async function publishDraft(
  trx: Knex.Transaction,
  actor: Actor,
  before: ScenarioRow,
  { revision, note, ...version }: PublishedDraft,
): Promise<void> {
  const { id, tenant, name, live } = before;
  if (before.revision !== revision)
    throw new CallwrightError(
      'request/conflict',
      'somebody saved this scenario meanwhile: look at it, then publish',
    );
  if (live?.hash === version.hash)
    throw new CallwrightError(
      'request/conflict',
      'this is what callers hear already: there is nothing to publish',
    );
  const publishedBy = actor.kind === 'user' ? idOf(actor) : null;
  await writeVersion(trx, { ...version, tenant, name, scenario: id, note, publishedBy });
  const numbers = await goLive(trx, id, version.hash);
  await trx('scenarios').where({ id }).update('edited_at', trx.fn.now());
  const detail = { name, revision, hash: version.hash, numbers };
  await recordAudit(trx, actor, { tenant, action: 'scenario.publish', subject: id, detail });
}

/**
 * Makes a version live and lets the numbers that follow lead to it; returns how many did not before. Switch workers hear
 * of it by the trigger of `numbers` when the transaction commits; calls that run keep the version that they began with.
 */
export async function goLive(trx: Knex.Transaction, scenario: string, hash: ScenarioHash): Promise<number> {
  await trx('scenarios').where('id', scenario).update('live_hash', hash);
  const now = trx.fn.now();
  return trx('numbers')
    .where({ scenario })
    .whereRaw('scenario_hash is distinct from ?', [hash])
    .update({ scenario_hash: hash, since: now, updated_at: now });
}
