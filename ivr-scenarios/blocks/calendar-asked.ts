import type { CalendarAsked } from '../../contracts/call/verb.ts';
import type { CalendarRef } from '../../contracts/scenario/calendar-ref.ts';
import type { Draft } from '../engine/draft.ts';

/** The calendar of a block as it is asked for: `of: number` is the number that was called. */
export function calendarAsked(draft: Draft, calendar: CalendarRef): CalendarAsked {
  if (typeof calendar === 'string' || 'company' in calendar) return calendar;
  return { number: String(draft.state.variables.called ?? '') };
}
