import { type Actor, systemActor } from '../../contracts/api/actor.ts';
import { CalendarSettings } from '../../contracts/calendar/settings.ts';
import type { Hours } from '../../contracts/call/event.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { Calendar } from '../../contracts/scenario/calendar.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { DEFAULT_HOURS } from '../../ivr-scenarios/calendar/default-hours.ts';
import { nextOpening, nextTimeOfDay } from '../../ivr-scenarios/calendar/next-instant.ts';
import { createPublicHolidays, type PublicHolidays } from '../../ivr-scenarios/calendar/public-holidays.ts';
import { hoursAt, settingsOf } from '../../ivr-scenarios/calendar/verdict.ts';
import { domestic } from '../switch/numbers.ts';
import { createLastKnown } from './last-known.ts';

/** Whose hours a call asks about: a document's own calendar, one of the company's by id, or those of the called number. */
export type AskedHours =
  | { document: Calendar }
  | { tenant: TenantId; company: string }
  | { tenant: TenantId; number: string };

export type CalendarPorts = {
  /** What the hours say at an instant, ms. Read afresh each time: a save holds for the next call (MO-62). */
  hoursOf(asked: AskedHours, at: number): Promise<Hours>;
  /** When it is next open, or this time of day in Seoul, from an instant, ms, on; null: never within a year. */
  nextInstant(until: { time: string } | { opens: AskedHours }, at: number): Promise<number | null>;
};

type Tables = Pick<Repositories, 'calendars' | 'declaredHolidays'>;
type Known = { settings: CalendarSettings; holidays: PublicHolidays };

const ZONE = 'Asia/Seoul';
const actor: Actor = systemActor('flow-worker');

/**
 * What calls ask of calendars. With Postgres away the last known settings answer; without any, `db/unavailable`. Who has
 * no calendar, or names one that is not his company's, has the fixed hours (A18).
 */
export function createCalendarPorts(tables: Tables, waitMs?: number): CalendarPorts {
  const lastKnown = createLastKnown<Known>(waitMs);
  const read = async (asked: AskedHours): Promise<Known> => {
    if ('document' in asked)
      return { settings: settingsOf(asked.document), holidays: createPublicHolidays([]) };
    const key = `${asked.tenant}/${'company' in asked ? asked.company : `number/${domestic(asked.number)}`}`;
    return lastKnown.of(key, () => load(tables, asked));
  };
  return {
    async hoursOf(asked, at) {
      const { settings, holidays } = await read(asked);
      return hoursAt(settings, holidays, at);
    },
    async nextInstant(until, at) {
      if ('time' in until) return nextTimeOfDay(until.time, ZONE, at);
      const { settings, holidays } = await read(until.opens);
      return nextOpening(settings, holidays, at);
    },
  };
}

async function load(tables: Tables, asked: Exclude<AskedHours, { document: Calendar }>): Promise<Known> {
  const { calendars, declaredHolidays } = tables;
  const [stored, declared] = await Promise.all([
    'company' in asked
      ? calendars.settingsOf(actor, asked.tenant, asked.company)
      : calendars.settingsOfNumber(actor, asked.tenant, domestic(asked.number)),
    declaredHolidays.of(actor, asked.tenant),
  ]);
  // Checked when it was saved; a shape that a later release no longer reads means the fixed hours, not a lost call.
  const read = CalendarSettings.safeParse(stored);
  return {
    settings: read.success ? read.data : DEFAULT_HOURS,
    holidays: createPublicHolidays(declared),
  };
}
