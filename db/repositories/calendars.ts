import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Actor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireTenant, visibleTo } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';
import {
  type CalendarOwner,
  type CalendarRecord,
  type CalendarRow,
  calendarColumns,
  toCalendar,
} from './calendar-row.ts';

export type NewCalendar = { tenant: TenantId; owner: CalendarOwner; name: string; settings: object };
export type CalendarChange = { name: string; settings: object };

/** Changes are recorded in the audit log. `undefined`: the actor sees no such calendar. */
export type Calendars = {
  /** The company's own first, then by owner and name; none that was removed. */
  list(actor: Actor): Promise<CalendarRow[]>;
  get(actor: Actor, id: string): Promise<CalendarRow | undefined>;
  ofUser(actor: Actor, user: string): Promise<CalendarRow | undefined>;
  /** `request/conflict` when that owner has one, or the company one of that name; `request/not-found` without such an owner. */
  create(actor: Actor, calendar: NewCalendar): Promise<CalendarRow>;
  /** Throws `request/conflict` when the revision is no longer the one that was seen. */
  save(actor: Actor, id: string, seen: number, change: CalendarChange): Promise<CalendarRow | undefined>;
  /** Throws `request/conflict` while a number has chosen it. */
  remove(actor: Actor, id: string): Promise<true | undefined>;
  /** Settings for a call, removed or not: a scenario that names a calendar goes on by what it last said. */
  settingsOf(actor: Actor, tenant: TenantId, id: string): Promise<unknown>;
  /** Settings for a call to a number: the calendar it has chosen, else the one that was made for it. */
  settingsOfNumber(actor: Actor, tenant: TenantId, digits: string): Promise<unknown>;
};

const living = (knex: Knex): Knex.QueryBuilder<object, CalendarRecord[]> =>
  knex('calendars').select<CalendarRecord[]>(calendarColumns(knex)).whereNull('removed_at');

/** Table `calendars`. */
export function createCalendars(knex: Knex): Calendars {
  return {
    async list(actor) {
      const rows = living(knex).orderByRaw(
        "array_position(array['company','number','department','user'], owner_kind), name, owner_ref",
      );
      return (await query<CalendarRecord[]>(visibleTo(rows, actor))).map(toCalendar);
    },
    get: (actor, id) => query(read(knex, actor, id)),
    async ofUser(actor, user) {
      const rows = living(knex).where({ owner_kind: 'user', owner_ref: user });
      return (await query<CalendarRecord[]>(visibleTo(rows, actor))).map(toCalendar)[0];
    },
    create: (actor, calendar) => query(knex.transaction((trx) => create(trx, actor, calendar))),
    save: (actor, id, seen, change) => query(knex.transaction((trx) => save(trx, actor, id, seen, change))),
    remove: (actor, id) => query(knex.transaction((trx) => remove(trx, actor, id))),
    async settingsOf(actor, tenant, id) {
      const row = knex('calendars').first<{ settings: unknown }>('settings').where({ id, tenant });
      return (await query(visibleTo(row, actor)))?.settings;
    },
    async settingsOfNumber(actor, tenant, digits) {
      const row = knex('calendars')
        .first<{ settings: unknown }>('settings')
        .where({ tenant })
        .andWhere((either) =>
          either
            .whereIn('id', knex('numbers').select('calendar').where({ tenant, digits }))
            .orWhere({ owner_kind: 'number', owner_ref: digits, removed_at: null }),
        )
        .orderByRaw("(owner_kind = 'number' and owner_ref = ?)", [digits]);
      return (await query(visibleTo(row, actor)))?.settings;
    },
  };
}

async function read(trx: Knex, actor: Actor, id: string): Promise<CalendarRow | undefined> {
  const rows: CalendarRecord[] = await visibleTo(living(trx).where('id', id), actor);
  return rows.map(toCalendar)[0];
}

async function create(trx: Knex, actor: Actor, calendar: NewCalendar): Promise<CalendarRow> {
  const { tenant, owner, name, settings } = calendar;
  requireTenant(actor, tenant);
  await requireOwner(trx, tenant, owner);
  const id = randomUUID();
  const row = { id, tenant, owner_kind: owner.kind, owner_ref: owner.ref, name, ...written(actor, settings) };
  const made = await trx('calendars').insert(row).onConflict().ignore().returning('id');
  if (made.length === 0) throw taken();
  await recordAudit(trx, actor, {
    tenant,
    action: 'calendar.create',
    subject: id,
    detail: { name, owner: owner.kind },
  });
  return found(await read(trx, actor, id));
}

async function save(
  trx: Knex,
  actor: Actor,
  id: string,
  seen: number,
  { name, settings }: CalendarChange,
): Promise<CalendarRow | undefined> {
  await visibleTo(trx('calendars').select('id').where('id', id).forUpdate(), actor);
  const before = await read(trx, actor, id);
  if (before === undefined) return undefined;
  if (before.revision !== seen)
    throw new CallwrightError('request/conflict', 'somebody saved these hours in between: read them again');
  if (before.owner.kind === 'company' && name !== before.name) {
    const other = trx('calendars').first('id').where({ tenant: before.tenant, owner_kind: 'company', name });
    if ((await other.whereNull('removed_at')) !== undefined) throw taken();
  }
  await trx('calendars')
    .where('id', id)
    .update({ name, ...written(actor, settings), revision: seen + 1, updated_at: trx.fn.now() });
  await recordAudit(trx, actor, {
    tenant: before.tenant,
    action: 'calendar.save',
    subject: id,
    detail: { name, revision: seen + 1 },
  });
  return read(trx, actor, id);
}

async function remove(trx: Knex, actor: Actor, id: string): Promise<true | undefined> {
  const before = await read(trx, actor, id);
  if (before === undefined) return undefined;
  const [number] = await trx('numbers').select('digits').where('calendar', id).limit(1);
  if (number !== undefined)
    throw new CallwrightError(
      'request/conflict',
      'a number takes its hours from it: choose another there first',
    );
  await trx('calendars').where('id', id).update({ removed_at: trx.fn.now() });
  await recordAudit(trx, actor, {
    tenant: before.tenant,
    action: 'calendar.remove',
    subject: id,
    detail: { name: before.name },
  });
  return true;
}

/** Numbers and people are rows of the same company; departments are names. */
async function requireOwner(trx: Knex, tenant: TenantId, { kind, ref }: CalendarOwner): Promise<void> {
  if (kind === 'company' || kind === 'department') return;
  const owner =
    kind === 'number'
      ? trx('numbers').first('digits').where({ tenant, digits: ref })
      : trx('users').first('id').where({ tenant, id: ref });
  if ((await owner) === undefined) throw new CallwrightError('request/not-found', `no such ${kind}`);
}

const written = (actor: Actor, settings: object): object => ({
  settings: JSON.stringify(settings),
  updated_by: actor.kind === 'user' ? actor.user : null,
});

const taken = (): CallwrightError =>
  new CallwrightError('request/conflict', 'there are such hours already: change those');

function found(row: CalendarRow | undefined): CalendarRow {
  if (row === undefined) throw new CallwrightError('server/bug', 'a calendar that was made is not there');
  return row;
}
