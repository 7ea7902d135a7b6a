import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { idOf } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { SenderState } from '../../contracts/message/kinds.ts';
import { query } from '../errors.ts';
import { requireTenant, visibleTo } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';

/** A sender number (발신번호); instants in ms. */
export type SenderRow = {
  id: string;
  tenant: TenantId;
  digits: string;
  label: string;
  state: SenderState;
  main: boolean;
  user: { id: string; name: string } | null;
  note: string | null;
  requestedAt: number;
  decidedAt: number | null;
};

export type NewSender = { tenant: TenantId; digits: string; label: string; user: string | null };
export type SenderUpdate = { label?: string; main?: true; user?: string | null };

/** Changes are recorded in the audit log. `undefined` or false: the actor sees no such number. */
export type SenderNumbers = {
  /** The main one first, then by digits. */
  list(actor: Actor): Promise<SenderRow[]>;
  /** `request/conflict` when the company has it already; `request/not-found` for somebody else's `user`. */
  request(actor: Actor, sender: NewSender): Promise<SenderRow>;
  /** `main` takes it from another; `request/conflict` unless verified. */
  change(actor: Actor, id: string, change: SenderUpdate): Promise<SenderRow | undefined>;
  /** The first verified number of a company becomes its main one; a rejected one is main no more. */
  decide(
    actor: Actor,
    id: string,
    decision: { state: 'verified' | 'rejected'; note: string | null },
  ): Promise<SenderRow | undefined>;
  remove(actor: Actor, id: string): Promise<boolean>;
};

type Record = {
  id: string;
  tenant: TenantId;
  digits: string;
  label: string;
  state: SenderState;
  is_main: boolean;
  user_id: string | null;
  userName: string | null;
  note: string | null;
  requested_at: Date;
  decided_at: Date | null;
};

/** Table `sender_numbers`. */
export function createSenderNumbers(knex: Knex): SenderNumbers {
  const inOne = <T>(work: (trx: Knex) => Promise<T>): Promise<T> => query(knex.transaction(work));
  return {
    list: async (actor) => (await query(select(knex, actor))).map(toRow),
    request: (actor, sender) => inOne((trx) => requestSender(trx, actor, sender)),
    change: (actor, id, change) => inOne((trx) => changeSender(trx, actor, id, change)),
    decide: (actor, id, decision) => inOne((trx) => decideSender(trx, actor, id, decision)),
    remove: (actor, id) =>
      inOne(async (trx) => {
        const sender = await locked(trx, actor, id);
        if (sender === undefined) return false;
        await trx('sender_numbers').where('id', id).delete();
        await note(trx, actor, sender, 'sender.remove', { digits: sender.digits });
        return true;
      }),
  };
}

function select(knex: Knex, actor: Actor): Knex.QueryBuilder<object, Record[]> {
  const rows = knex('sender_numbers').select<Record[]>(
    'sender_numbers.*',
    knex.raw('(select name from users where users.id = sender_numbers.user_id) as "userName"'),
  );
  return visibleTo(rows, actor).orderBy([{ column: 'is_main', order: 'desc' }, 'digits']);
}

async function one(knex: Knex, actor: Actor, id: string): Promise<SenderRow | undefined> {
  const [found] = await select(knex, actor).where('sender_numbers.id', id);
  return found === undefined ? undefined : toRow(found);
}

/** One change at a time per company: whichever number is main is a matter between all of its rows. */
async function locked(trx: Knex, actor: Actor, id: string): Promise<SenderRow | undefined> {
  const seen = await one(trx, actor, id);
  if (seen === undefined) return undefined;
  await trx('tenants').select('id').where('id', seen.tenant).forNoKeyUpdate();
  return one(trx, actor, id);
}

async function requestSender(trx: Knex, actor: Actor, sender: NewSender): Promise<SenderRow> {
  requireTenant(actor, sender.tenant);
  await requireColleague(trx, sender.tenant, sender.user);
  const { tenant, digits, label, user } = sender;
  const made = await trx('sender_numbers')
    .insert({ id: trx.raw('gen_random_uuid()'), tenant, digits, label, state: 'requested', user_id: user })
    .onConflict(['tenant', 'digits'])
    .ignore()
    .returning<{ id: string }[]>('id');
  const row = made[0] === undefined ? undefined : await one(trx, actor, made[0].id);
  if (row === undefined) throw new CallwrightError('request/conflict', 'the company has this number already');
  await note(trx, actor, row, 'sender.request', { digits });
  return row;
}

async function changeSender(
  trx: Knex,
  actor: Actor,
  id: string,
  change: SenderUpdate,
): Promise<SenderRow | undefined> {
  const before = await locked(trx, actor, id);
  if (before === undefined) return undefined;
  if (change.main === true && before.state !== 'verified')
    throw new CallwrightError('request/conflict', 'only a verified number becomes the main one');
  await requireColleague(trx, before.tenant, change.user ?? null);
  if (change.main === true)
    await trx('sender_numbers').where('tenant', before.tenant).update({ is_main: false });
  await trx('sender_numbers')
    .where('id', id)
    .update({
      // Knex refuses an update of nothing.
      label: change.label ?? before.label,
      ...(change.main === undefined ? {} : { is_main: true }),
      ...(change.user === undefined ? {} : { user_id: change.user }),
    });
  await note(trx, actor, before, 'sender.change', change);
  return one(trx, actor, id);
}

async function decideSender(
  trx: Knex,
  actor: Actor,
  id: string,
  { state, note: words }: { state: 'verified' | 'rejected'; note: string | null },
): Promise<SenderRow | undefined> {
  const before = await locked(trx, actor, id);
  if (before === undefined) return undefined;
  const mains = await trx('sender_numbers')
    .select('id')
    .where({ tenant: before.tenant, is_main: true })
    .whereNot({ id });
  await trx('sender_numbers')
    .where('id', id)
    .update({
      state,
      note: words,
      is_main: state === 'verified' && mains.length === 0,
      decided_at: trx.fn.now(),
      decided_by: idOf(actor),
    });
  await note(trx, actor, before, 'sender.decide', { state, digits: before.digits });
  return one(trx, actor, id);
}

async function requireColleague(trx: Knex, tenant: TenantId, user: string | null): Promise<void> {
  if (user === null) return;
  const found = await trx('users').select('id').where({ id: user, tenant });
  if (found.length === 0) throw new CallwrightError('request/not-found', 'no such person in this company');
}

const note = (
  trx: Knex,
  actor: Actor,
  { id, tenant }: Pick<SenderRow, 'id' | 'tenant'>,
  action: string,
  detail: { [name: string]: string | boolean | null },
): Promise<void> => recordAudit(trx, actor, { tenant, action, subject: id, detail });

const toRow = (record: Record): SenderRow => ({
  id: record.id,
  tenant: record.tenant,
  digits: record.digits,
  label: record.label,
  state: record.state,
  main: record.is_main,
  user: record.user_id === null ? null : { id: record.user_id, name: record.userName ?? '' },
  note: record.note,
  requestedAt: record.requested_at.getTime(),
  decidedAt: record.decided_at?.getTime() ?? null,
});
