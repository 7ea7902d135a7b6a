import type { Hours } from '../../contracts/call/event.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { ScenarioHash } from '../../contracts/ids.ts';
import type { Calendar } from '../../contracts/scenario/calendar.ts';
import type { CallActivities } from './types.ts';

export type Calendars = { calendar(scenario: ScenarioHash, name: string): Promise<Calendar | undefined> };

/**
 * Is the calendar open at this instant? Asked outside the workflow, because local time depends on the machine's time
 * zone data, which changes with upgrades and would break replay (temporal.md §5).
 */
export const createBusinessHours =
  (
    calendars: Calendars,
    verdict: (calendar: Calendar, at: number) => Hours,
  ): CallActivities['businessHours'] =>
  async ({ scenario, calendar: name, at }) => {
    const calendar = await calendars.calendar(scenario, name);
    if (calendar === undefined) {
      throw new CallwrightError('scenario/invalid', `the scenario has no calendar ${name}`);
    }
    return verdict(calendar, at);
  };
