import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import type { TemplateDraft } from '../../contracts/api/message-templates.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { AlimtalkState, MessagePurpose } from '../../contracts/message/kinds.ts';
import { query } from '../errors.ts';
import { requireTenant, visibleTo } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';

/** A template that was not removed; instants in ms. */
export type TemplateRow = TemplateDraft & {
  id: string;
  tenant: TenantId;
  alimtalkState: AlimtalkState | null;
  reviewNote: string | null;
  /** Messages made of it. */
  usedBy: number;
  updatedAt: number;
};

/** Changes are recorded in the audit log. `undefined` or false: the actor sees no such template. */
export type MessageTemplates = {
  /** By name. */
  list(actor: Actor): Promise<TemplateRow[]>;
  get(actor: Actor, id: string): Promise<TemplateRow | undefined>;
  /** `request/conflict` when the company has one of that name. */
  create(actor: Actor, tenant: TenantId, draft: TemplateDraft): Promise<TemplateRow>;
  /** As `create`. Another body, channel or code of an Alimtalk sets it back to `pending`; the kind stays. */
  change(
    actor: Actor,
    id: string,
    change: Partial<Omit<TemplateDraft, 'kind'>>,
  ): Promise<TemplateRow | undefined>;
  /** `request/conflict` for a template that is no Alimtalk. */
  review(
    actor: Actor,
    id: string,
    review: { state: AlimtalkState; note: string | null },
  ): Promise<TemplateRow | undefined>;
  remove(actor: Actor, id: string): Promise<boolean>;
};

type Record = {
  id: string;
  tenant: TenantId;
  name: string;
  kind: TemplateDraft['kind'];
  purpose: MessagePurpose;
  subject: string | null;
  body: string;
  sms_body: string | null;
  alimtalk_channel: string | null;
  alimtalk_code: string | null;
  alimtalk_state: AlimtalkState | null;
  review_note: string | null;
  updated_at: Date;
  usedBy: number;
};

/** Table `message_templates`. */
export function createMessageTemplates(knex: Knex): MessageTemplates {
  const inOne = <T>(work: (trx: Knex) => Promise<T>): Promise<T> => query(knex.transaction(work));
  return {
    list: async (actor) => (await query(living(knex, actor).orderBy('name'))).map(toRow),
    get: (actor, id) => query(one(knex, actor, id)),
    create: (actor, tenant, draft) => inOne((trx) => createTemplate(trx, actor, tenant, draft)),
    change: (actor, id, change) => inOne((trx) => changeTemplate(trx, actor, id, change)),
    review: (actor, id, { state, note: words }) =>
      inOne(async (trx) => {
        const before = await one(trx, actor, id, 'lock');
        if (before === undefined) return undefined;
        if (before.kind !== 'alimtalk')
          throw new CallwrightError('request/conflict', 'Kakao reviews templates of Alimtalk only');
        await trx('message_templates').where('id', id).update({ alimtalk_state: state, review_note: words });
        await note(trx, actor, before, 'message-template.review', { state });
        return one(trx, actor, id);
      }),
    remove: (actor, id) =>
      inOne(async (trx) => {
        const before = await one(trx, actor, id, 'lock');
        if (before === undefined) return false;
        await trx('message_templates').where('id', id).update({ removed_at: trx.fn.now() });
        await note(trx, actor, before, 'message-template.remove', { name: before.name });
        return true;
      }),
  };
}

function living(knex: Knex, actor: Actor): Knex.QueryBuilder<object, Record[]> {
  const used =
    '(select count(*)::int from messages where messages.template = message_templates.id) as "usedBy"';
  const select = knex('message_templates').select<Record[]>('message_templates.*', knex.raw(used));
  return visibleTo(select, actor).whereNull('removed_at');
}

async function one(knex: Knex, actor: Actor, id: string, lock?: 'lock'): Promise<TemplateRow | undefined> {
  const select = living(knex, actor).where('message_templates.id', id);
  const [found] = await (lock === undefined ? select : select.forNoKeyUpdate());
  return found === undefined ? undefined : toRow(found);
}

async function createTemplate(
  trx: Knex,
  actor: Actor,
  tenant: TenantId,
  draft: TemplateDraft,
): Promise<TemplateRow> {
  requireTenant(actor, tenant);
  await requireFreeName(trx, tenant, draft.name);
  const [made] = await trx('message_templates')
    .insert({
      id: trx.raw('gen_random_uuid()'),
      tenant,
      kind: draft.kind,
      ...columnsOf(draft),
      alimtalk_state: draft.kind === 'alimtalk' ? 'pending' : null,
    })
    .returning<{ id: string }[]>('id');
  const row = made === undefined ? undefined : await one(trx, actor, made.id);
  if (row === undefined) throw new CallwrightError('server/bug', 'a template that was made is not there');
  await note(trx, actor, row, 'message-template.create', { name: row.name, kind: row.kind });
  return row;
}

async function changeTemplate(
  trx: Knex,
  actor: Actor,
  id: string,
  change: Parameters<MessageTemplates['change']>[2],
): Promise<TemplateRow | undefined> {
  const before = await one(trx, actor, id, 'lock');
  if (before === undefined) return undefined;
  const after = { ...before, ...change };
  if (after.name !== before.name) await requireFreeName(trx, before.tenant, after.name);
  const reviewed: readonly (keyof TemplateRow)[] = ['body', 'alimtalkChannel', 'alimtalkCode'];
  const anew = before.kind === 'alimtalk' && reviewed.some((field) => before[field] !== after[field]);
  await trx('message_templates')
    .where('id', id)
    .update({
      ...columnsOf(after),
      updated_at: trx.fn.now(),
      ...(anew ? { alimtalk_state: 'pending', review_note: null } : {}),
    });
  await note(trx, actor, before, 'message-template.change', { name: after.name, reviewAnew: anew });
  return one(trx, actor, id);
}

/** The row of the company is locked, so that two people who take a name at once are told, and not failed. */
async function requireFreeName(trx: Knex, tenant: TenantId, name: string): Promise<void> {
  await trx('tenants').select('id').where('id', tenant).forNoKeyUpdate();
  const taken = await trx('message_templates').select('id').where({ tenant, name }).whereNull('removed_at');
  if (taken.length > 0)
    throw new CallwrightError('request/conflict', 'the company has a template of this name');
}

const note = (
  trx: Knex,
  actor: Actor,
  { id, tenant }: Pick<TemplateRow, 'id' | 'tenant'>,
  action: string,
  detail: { [name: string]: string | boolean },
): Promise<void> => recordAudit(trx, actor, { tenant, action, subject: id, detail });

const columnsOf = (draft: Omit<TemplateDraft, 'kind'>): object => ({
  name: draft.name,
  purpose: draft.purpose,
  subject: draft.subject,
  body: draft.body,
  sms_body: draft.smsBody,
  alimtalk_channel: draft.alimtalkChannel,
  alimtalk_code: draft.alimtalkCode,
});

const toRow = (record: Record): TemplateRow => ({
  id: record.id,
  tenant: record.tenant,
  name: record.name,
  kind: record.kind,
  purpose: record.purpose,
  subject: record.subject,
  body: record.body,
  smsBody: record.sms_body,
  alimtalkChannel: record.alimtalk_channel,
  alimtalkCode: record.alimtalk_code,
  alimtalkState: record.alimtalk_state,
  reviewNote: record.review_note,
  usedBy: record.usedBy,
  updatedAt: record.updated_at.getTime(),
});
