import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { type Actor, idOf } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { ScenarioHash, TenantId } from '../../contracts/ids.ts';
import { LIMITS } from '../../contracts/scenario/draft-limits.ts';
import { query } from '../errors.ts';
import { cleanJson } from '../json-rows.ts';
import { requireTenant, visibleTo } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';
import { goLive, type PublishedDraft, publishDraft } from './scenario-publish.ts';
import {
  readScenario,
  type ScenarioHead,
  type ScenarioRow,
  selectScenarios,
  toScenario,
} from './scenario-row.ts';
import { type Seeded, type ShippedScenario, seedScenario } from './scenario-seed.ts';
import { type Named, placesNaming, type ScenarioUse } from './scenario-uses.ts';

export type ScenarioDraftRow = { name: string; document: unknown; layout: ScenarioRow['layout'] };

/** `conflict`: somebody saved another revision meanwhile, and this is what he made of it. */
export type SaveResult = { saved: ScenarioRow } | { conflict: ScenarioRow };

/** Changes are recorded in the audit log. `undefined` or false: the actor sees no such scenario. */
export type Scenarios = {
  /** By name, without documents. */
  list(actor: Actor): Promise<ScenarioHead[]>;
  get(actor: Actor, id: string): Promise<ScenarioRow | undefined>;
  /** `request/conflict` when the company has one of that name, or as many as it may have. */
  create(actor: Actor, tenant: TenantId, draft: ScenarioDraftRow): Promise<ScenarioRow>;
  /** Saves a draft that is as its editor saw it; `request/conflict` when the new name is taken. */
  save(actor: Actor, id: string, revision: number, draft: ScenarioDraftRow): Promise<SaveResult | undefined>;
  /** `request/conflict` while numbers lead to it. Its versions stay, and so do calls that run in them. */
  remove(actor: Actor, id: string): Promise<boolean>;
  /** Makes a version of the draft of that revision live; `request/conflict` when it is no longer that, or live already. */
  publish(actor: Actor, id: string, draft: PublishedDraft): Promise<ScenarioRow | undefined>;
  /** Makes an older version live again; `scenario/not-found` when it is none of this scenario's. */
  rollBack(actor: Actor, id: string, hash: ScenarioHash): Promise<ScenarioRow | undefined>;
  /** Blocks of other scenarios, drafts and live versions, that go over to this one. */
  uses(actor: Actor, id: string): Promise<ScenarioUse[]>;
  /** Publishes a shipped scenario unless people have made it theirs; undefined when somebody removed it. */
  seed(actor: Actor, shipped: ShippedScenario): Promise<Seeded | undefined>;
};

/** Table `scenarios`. */
export function createScenarios(knex: Knex): Scenarios {
  const inOne = <T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> => query(knex.transaction(work));
  return {
    list: async (actor) =>
      (await query(selectScenarios(knex, actor, false).orderBy('s.name'))).map(toScenario),
    get: (actor, id) => query(readScenario(knex, actor, id)),
    create: (actor, tenant, draft) => inOne((trx) => createScenario(trx, actor, tenant, draft)),
    save: (actor, id, revision, draft) => inOne((trx) => saveScenario(trx, actor, id, revision, draft)),
    remove: (actor, id) => inOne((trx) => removeScenario(trx, actor, id)),
    publish: (actor, id, draft) =>
      inOne(async (trx) => {
        const before = await lockScenario(trx, actor, id);
        if (before === undefined) return undefined;
        await publishDraft(trx, actor, before, draft);
        return readScenario(trx, actor, id);
      }),
    rollBack: (actor, id, hash) =>
      inOne(async (trx) => {
        const before = await lockScenario(trx, actor, id);
        if (before === undefined) return undefined;
        await rollBack(trx, actor, before, hash);
        return readScenario(trx, actor, id);
      }),
    async uses(actor, id) {
      const others = selectScenarios(knex, actor, true).where('s.id', '<>', id).orderBy('s.name');
      others.whereRaw('strpos(concat(s.document, live.document), ?) > 0', [id]);
      const withLive = others.select<Named[]>(knex.raw('live.document as "liveDocument"'));
      return (await query(withLive)).flatMap((row: Named) => placesNaming(row, id));
    },
    seed: (actor, shipped) => inOne((trx) => seedScenario(trx, actor, shipped)),
  };
}

/** Locks the row first and reads it then: what was read before a lock may be gone. */
async function lockScenario(trx: Knex, actor: Actor, id: string): Promise<ScenarioRow | undefined> {
  await visibleTo(trx('scenarios as s').select('s.id').where('s.id', id).forUpdate(), actor, 's.tenant');
  return readScenario(trx, actor, id);
}

async function createScenario(
  trx: Knex,
  actor: Actor,
  tenant: TenantId,
  draft: ScenarioDraftRow,
): Promise<ScenarioRow> {
  requireTenant(actor, tenant);
  await requireFreeName(trx, tenant, draft.name);
  const [counted] = await trx('scenarios')
    .where({ tenant })
    .whereNull('removed_at')
    .count<{ count: string }[]>();
  if (Number(counted?.count) >= LIMITS.scenariosPerCompany)
    throw new CallwrightError(
      'request/conflict',
      `a company has at most ${LIMITS.scenariosPerCompany} scenarios: delete one that no number leads to`,
    );
  const id = randomUUID();
  await trx('scenarios').insert({ id, tenant, ...columnsOf(draft), ...editedBy(trx, actor) });
  await recordAudit(trx, actor, {
    tenant,
    action: 'scenario.create',
    subject: id,
    detail: { name: draft.name },
  });
  const made = await readScenario(trx, actor, id);
  if (made === undefined) throw new CallwrightError('server/bug', 'a scenario that was made is not there');
  return made;
}

async function saveScenario(
  trx: Knex,
  actor: Actor,
  id: string,
  revision: number,
  draft: ScenarioDraftRow,
): Promise<SaveResult | undefined> {
  const before = await lockScenario(trx, actor, id);
  if (before === undefined) return undefined;
  if (before.revision !== revision) return { conflict: before };
  if (before.name !== draft.name) await requireFreeName(trx, before.tenant, draft.name);
  await trx('scenarios')
    .where({ id })
    .update({
      ...columnsOf(draft),
      revision: revision + 1,
      updated_at: trx.fn.now(),
      ...editedBy(trx, actor),
    });
  await recordAudit(trx, actor, {
    tenant: before.tenant,
    action: 'scenario.change',
    subject: id,
    detail: { name: draft.name, revision: revision + 1 },
  });
  const saved = await readScenario(trx, actor, id);
  return saved === undefined ? undefined : { saved };
}

async function removeScenario(trx: Knex, actor: Actor, id: string): Promise<boolean> {
  const before = await lockScenario(trx, actor, id);
  if (before === undefined) return false;
  if (before.numbers.length > 0)
    throw new CallwrightError(
      'request/conflict',
      `numbers lead to this scenario (${before.numbers.length}): make them lead elsewhere first, on the page of numbers`,
    );
  await trx('scenarios')
    .where({ id })
    .update({ removed_at: trx.fn.now(), ...editedBy(trx, actor) });
  const { tenant, name } = before;
  await recordAudit(trx, actor, { tenant, action: 'scenario.remove', subject: id, detail: { name } });
  return true;
}

async function rollBack(
  trx: Knex.Transaction,
  actor: Actor,
  { id, tenant, live }: ScenarioRow,
  hash: ScenarioHash,
): Promise<void> {
  const version: { version: number } | undefined = await trx('scenario_versions')
    .where({ tenant, hash, scenario: id })
    .first('version');
  if (version === undefined)
    throw new CallwrightError('scenario/not-found', 'this scenario has no such version');
  if (live?.hash === hash)
    throw new CallwrightError('request/conflict', 'new calls get this version already');
  await goLive(trx, id, hash);
  await trx('scenarios').where({ id }).update('edited_at', trx.fn.now());
  const detail = { version: version.version, before: live?.version ?? null };
  await recordAudit(trx, actor, { tenant, action: 'scenario.roll-back', subject: id, detail });
}

/** The row of the company is locked, so that two people who take a name at once are told, and not failed. */
async function requireFreeName(trx: Knex, tenant: TenantId, name: string): Promise<void> {
  await trx('tenants').select('id').where('id', tenant).forNoKeyUpdate();
  const taken = await trx('scenarios').select('id').where({ tenant, name }).whereNull('removed_at');
  if (taken.length > 0)
    throw new CallwrightError('request/conflict', 'the company has a scenario of this name: choose another');
}

const editedBy = (trx: Knex, actor: Actor): object => ({
  updated_by: actor.kind === 'user' ? idOf(actor) : null,
  edited_at: trx.fn.now(),
});

const columnsOf = ({ name, document, layout }: ScenarioDraftRow): object => ({
  name,
  document: cleanJson(document),
  layout: cleanJson(layout),
});
