import type { Knex } from 'knex';
import type { OwnerKind } from '../../contracts/calendar/owner.ts';
import type { TenantId } from '../../contracts/ids.ts';

/** Whose hours: digits, id of a user, name of a department; null for the company's own. */
export type CalendarOwner = { kind: OwnerKind; ref: string | null };

/** A calendar; instants in ms. Readers parse `settings` with the schema of contracts. */
export type CalendarRow = {
  id: string;
  tenant: TenantId;
  name: string;
  owner: CalendarOwner & { label: string | null };
  settings: unknown;
  revision: number;
  /** Numbers that take their hours from it. */
  numbers: string[];
  updatedAt: number;
  updatedBy: string | null;
};

export type CalendarRecord = Omit<CalendarRow, 'owner' | 'updatedAt'> & {
  ownerKind: OwnerKind;
  ownerRef: string | null;
  label: string | null;
  updatedAt: Date;
};

/** Columns of a `CalendarRecord` in a query on `calendars`; names of people come from their accounts. */
export const calendarColumns = (knex: Knex): Knex.Raw =>
  knex.raw(`calendars.id, calendars.tenant, calendars.name, calendars.settings, calendars.revision,
    calendars.owner_kind as "ownerKind", calendars.owner_ref as "ownerRef", calendars.updated_at as "updatedAt",
    case calendars.owner_kind
      when 'user' then (select users.name from users where users.id::text = calendars.owner_ref)
      else calendars.owner_ref end as label,
    (select users.name from users where users.id = calendars.updated_by) as "updatedBy",
    array(select numbers.digits from numbers
      where numbers.tenant = calendars.tenant and (numbers.calendar = calendars.id
        or numbers.calendar is null and calendars.owner_kind = 'number' and numbers.digits = calendars.owner_ref)
      order by numbers.digits) as numbers`);

export const toCalendar = ({
  ownerKind,
  ownerRef,
  label,
  updatedAt,
  ...record
}: CalendarRecord): CalendarRow => ({
  ...record,
  owner: { kind: ownerKind, ref: ownerRef, label },
  updatedAt: updatedAt.getTime(),
});
