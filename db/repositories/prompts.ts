import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { PromptKind } from '../../contracts/prompt/kinds.ts';
import type { Language } from '../../contracts/scenario/language.ts';
import { query } from '../errors.ts';
import { requireTenant, visibleTo } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';
import { FILE_COLUMNS, type PromptFileRecord, type PromptRow, toFileRow } from './prompt-row.ts';
import { countPromptUses, findPromptUses, type PromptUse } from './prompt-uses.ts';

export type PromptUpdate = {
  name?: string | undefined;
  texts?: Partial<Record<Language, string | undefined>> | undefined;
};

/** Changes are recorded in the audit log. `undefined` or false: the actor sees no such prompt. */
export type Prompts = {
  /** By name. */
  list(actor: Actor): Promise<PromptRow[]>;
  read(actor: Actor, id: string): Promise<PromptRow | undefined>;
  /** `request/conflict` when the company has one of this name. */
  create(actor: Actor, prompt: { tenant: TenantId; name: string; kind: PromptKind }): Promise<PromptRow>;
  change(actor: Actor, id: string, change: PromptUpdate): Promise<PromptRow | undefined>;
  /** `request/conflict` while a draft or a live version names it. Its files stay for calls that play them. */
  remove(actor: Actor, id: string): Promise<boolean>;
  uses(actor: Actor, id: string): Promise<PromptUse[] | undefined>;
};

type PromptRecord = { id: string; tenant: TenantId; name: string; kind: PromptKind; updated_at: Date };

/** Table `prompts`. */
export function createPrompts(knex: Knex): Prompts {
  const inOne = <T>(work: (trx: Knex) => Promise<T>): Promise<T> => query(knex.transaction(work));
  return {
    list: (actor) => query(select(knex, actor)),
    read: async (actor, id) => (await query(select(knex, actor, id)))[0],
    create: (actor, prompt) => inOne((trx) => create(trx, actor, prompt)),
    change: (actor, id, change) => inOne((trx) => changePrompt(trx, actor, id, change)),
    remove: (actor, id) => inOne((trx) => remove(trx, actor, id)),
    async uses(actor, id) {
      const [found] = await query(living(knex, actor, id));
      return found === undefined ? undefined : query(findPromptUses(knex, found.tenant, id));
    },
  };
}

function living(knex: Knex, actor: Actor, id?: string): Knex.QueryBuilder<object, PromptRecord[]> {
  const rows = knex('prompts').select<PromptRecord[]>('*').whereNull('removed_at').orderBy(['name', 'id']);
  if (id !== undefined) rows.where('id', id);
  return visibleTo(rows, actor);
}

async function select(knex: Knex, actor: Actor, id?: string): Promise<PromptRow[]> {
  const prompts = await living(knex, actor, id);
  if (prompts.length === 0) return [];
  const owners = new Set(prompts.map(({ tenant }) => tenant));
  const [owner] = owners;
  const uses = await countPromptUses(knex, owners.size === 1 ? owner : undefined);
  const files = await knex('prompt_files')
    .select<PromptFileRecord[]>(
      ...FILE_COLUMNS,
      knex.raw('(select name from users where users.id = prompt_files.created_by) as "createdBy"'),
    )
    .where('current', true)
    .whereIn(
      'prompt',
      prompts.map((prompt) => prompt.id),
    )
    .orderByRaw("array_position(array['ko', 'en'], language)");
  return prompts.map(({ updated_at, ...prompt }) => ({
    id: prompt.id,
    tenant: prompt.tenant,
    name: prompt.name,
    kind: prompt.kind,
    updatedAt: updated_at.getTime(),
    files: files.filter((file) => file.prompt === prompt.id).map(toFileRow),
    uses: uses.get(prompt.id) ?? 0,
  }));
}

async function create(
  trx: Knex,
  actor: Actor,
  prompt: { tenant: TenantId; name: string; kind: PromptKind },
): Promise<PromptRow> {
  requireTenant(actor, prompt.tenant);
  await requireFreeName(trx, prompt.tenant, prompt.name);
  const [made] = await trx('prompts')
    .insert({ id: trx.raw('gen_random_uuid()'), ...prompt })
    .returning<{ id: string }[]>('id');
  const [row] = made === undefined ? [] : await select(trx, actor, made.id);
  if (row === undefined) throw new CallwrightError('server/bug', 'a prompt that was made is not there');
  await note(trx, actor, row, 'prompt.create', { name: prompt.name, kind: prompt.kind });
  return row;
}

async function changePrompt(
  trx: Knex,
  actor: Actor,
  id: string,
  { name, texts = {} }: PromptUpdate,
): Promise<PromptRow | undefined> {
  const [before] = await living(trx, actor, id).forUpdate();
  if (before === undefined) return undefined;
  if (name !== undefined && name !== before.name) await requireFreeName(trx, before.tenant, name);
  await trx('prompts')
    .where('id', id)
    .update({ name: name ?? before.name, updated_at: trx.fn.now() });
  for (const [language, text] of Object.entries(texts)) {
    if (text !== undefined)
      await trx('prompt_files').where({ prompt: id, language, current: true }).update({ text });
  }
  await note(trx, actor, before, 'prompt.change', {
    name: name ?? before.name,
    texts: Object.keys(texts).join(),
  });
  return (await select(trx, actor, id))[0];
}

async function remove(trx: Knex, actor: Actor, id: string): Promise<boolean> {
  const [before] = await living(trx, actor, id).forUpdate();
  if (before === undefined) return false;
  const uses = await findPromptUses(trx, before.tenant, id);
  if (uses.length > 0) {
    const places = uses.slice(0, 3).map(({ name, place }) => `${name} (${place})`);
    throw new CallwrightError('request/conflict', `scenarios still name this prompt: ${places.join(', ')}`);
  }
  await trx('prompts').where('id', id).update({ removed_at: trx.fn.now() });
  await trx('prompt_files').where('prompt', id).update({ current: false });
  await note(trx, actor, before, 'prompt.remove', { name: before.name });
  return true;
}

/** One after the other per company: two of one name at once would end in the index. */
async function requireFreeName(trx: Knex, tenant: TenantId, name: string): Promise<void> {
  await trx('tenants').select('id').where('id', tenant).forNoKeyUpdate();
  const taken = await trx('prompts').select('id').where({ tenant, name }).whereNull('removed_at');
  if (taken.length > 0)
    throw new CallwrightError('request/conflict', 'the company has a prompt of this name already');
}

const note = (
  trx: Knex,
  actor: Actor,
  { id, tenant }: { id: string; tenant: TenantId },
  action: string,
  detail: { [name: string]: string },
): Promise<void> => recordAudit(trx, actor, { tenant, action, subject: id, detail });
