import type { Knex } from 'knex';
import { type Actor, tenantOf } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { query } from '../errors.ts';
import { requireTenant } from '../visibility.ts';
import { recordAudit } from './audit-log.ts';

/** A holiday that no list knew; `tenant` null: for every company. */
export type DeclaredHoliday = { date: string; name: string; tenant: TenantId | null };

export type DeclaredHolidays = {
  /** Those that concern a company, its own and everybody's, by date; all for our own processes and the platform. */
  list(actor: Actor): Promise<DeclaredHoliday[]>;
  /** What a company's calendars must know. */
  of(actor: Actor, tenant: TenantId): Promise<DeclaredHoliday[]>;
  /** Declares a day or renames it; for every company only by whoever runs the installation. Recorded. */
  declare(actor: Actor, holiday: DeclaredHoliday): Promise<DeclaredHoliday>;
  /** Undefined: there is no such day. Recorded. */
  withdraw(actor: Actor, day: Pick<DeclaredHoliday, 'date' | 'tenant'>): Promise<true | undefined>;
};

/** Table `declared_holidays`. */
export function createDeclaredHolidays(knex: Knex): DeclaredHolidays {
  const rows = (): Knex.QueryBuilder<object, DeclaredHoliday[]> =>
    knex('declared_holidays')
      .select<DeclaredHoliday[]>(knex.raw("to_char(date, 'YYYY-MM-DD') as date"), 'name', 'tenant')
      .orderByRaw('declared_holidays.date, tenant nulls first');
  const concerning = (tenant: string) => (builder: Knex.QueryBuilder) =>
    builder.whereNull('tenant').orWhere('tenant', tenant);
  return {
    async list(actor) {
      const tenant = tenantOf(actor);
      return query(tenant === undefined ? rows() : rows().where(concerning(tenant)));
    },
    async of(actor, tenant) {
      requireTenant(actor, tenant);
      return query(rows().where(concerning(tenant)));
    },
    declare: (actor, holiday) =>
      query(
        knex.transaction(async (trx) => {
          requireScope(actor, holiday.tenant);
          await trx('declared_holidays').where({ date: holiday.date, tenant: holiday.tenant }).del();
          await trx('declared_holidays').insert(holiday);
          await note(trx, actor, 'holiday.declare', holiday);
          return holiday;
        }),
      ),
    withdraw: (actor, { date, tenant }) =>
      query(
        knex.transaction(async (trx) => {
          requireScope(actor, tenant);
          const gone = await trx('declared_holidays').where({ date, tenant }).del();
          if (gone === 0) return undefined;
          await note(trx, actor, 'holiday.withdraw', { date, tenant, name: null });
          return true;
        }),
      ),
  };
}

function requireScope(actor: Actor, tenant: TenantId | null): void {
  if (tenant !== null) requireTenant(actor, tenant);
  else if (tenantOf(actor) !== undefined)
    throw new CallwrightError(
      'auth/forbidden',
      'only whoever runs the installation declares it for every company',
    );
}

const note = (
  trx: Knex,
  actor: Actor,
  action: string,
  { date, tenant, name }: { date: string; tenant: TenantId | null; name: string | null },
): Promise<void> =>
  recordAudit(trx, actor, {
    ...(tenant === null ? {} : { tenant }),
    action,
    subject: date,
    detail: { name, everywhere: tenant === null },
  });
