import type { Hours } from '../../contracts/call/event.ts';
import type { CalendarAsked } from '../../contracts/call/verb.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { ScenarioHash, TenantId } from '../../contracts/ids.ts';
import type { Calendar } from '../../contracts/scenario/calendar.ts';
import type { CalendarQuestion, CallActivities } from './types.ts';

/** The calendars that a published version holds itself; as immutable as the version. */
export type Calendars = { calendar(scenario: ScenarioHash, name: string): Promise<Calendar | undefined> };

/** Whose hours: a document's own, a company's by id, or those of a number. */
export type AskedHours =
  | { document: Calendar }
  | { tenant: TenantId; company: string }
  | { tenant: TenantId; number: string };

/** What calendars say. The company's are read afresh for each question; with the database away the last known answer. */
export type CalendarPorts = {
  hoursOf(asked: AskedHours, at: number): Promise<Hours>;
  nextInstant(until: { time: string } | { opens: AskedHours }, at: number): Promise<number | null>;
};

/**
 * Is the calendar open at this instant? Asked outside the workflow, because local time depends on the machine's time
 * zone data, which changes with upgrades and would break replay (temporal.md §5).
 */
export const createBusinessHours =
  (calendars: Calendars, ports: CalendarPorts): CallActivities['businessHours'] =>
  async ({ calendar, ...question }) =>
    ports.hoursOf(await hoursAsked(calendars, question, calendar), question.at);

/** The next instant at which it is this time of day, or at which the calendar opens; for the same reason. */
export const createNextInstant =
  (calendars: Calendars, ports: CalendarPorts): CallActivities['nextInstant'] =>
  async ({ until, ...question }) => {
    if ('time' in until) return ports.nextInstant(until, question.at);
    return ports.nextInstant({ opens: await hoursAsked(calendars, question, until.opens) }, question.at);
  };

async function hoursAsked(
  calendars: Calendars,
  { scenario, tenant }: CalendarQuestion,
  asked: CalendarAsked,
): Promise<AskedHours> {
  if (typeof asked !== 'string') return { tenant, ...asked };
  const document = await calendars.calendar(scenario, asked);
  if (document === undefined) {
    throw new CallwrightError('scenario/invalid', `the scenario has no calendar ${asked}`);
  }
  return { document };
}
