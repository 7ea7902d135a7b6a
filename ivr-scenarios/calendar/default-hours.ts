import type { CalendarSettings } from '../../contracts/calendar/settings.ts';
import type { WeeklyHours } from '../../contracts/scenario/calendar.ts';

const WORKDAY = { work: { from: '09:00', to: '18:00' } };

/** With the switch off: Monday to Friday 09–18, no lunch break, no holidays (A18). */
export const OFF_HOURS: WeeklyHours = {
  sun: 'holiday',
  mon: WORKDAY,
  tue: WORKDAY,
  wed: WORKDAY,
  thu: WORKDAY,
  fri: WORKDAY,
  sat: 'holiday',
};

/** Hours of whoever set none. */
export const DEFAULT_HOURS: CalendarSettings = {
  zone: 'Asia/Seoul',
  enabled: false,
  weekly: OFF_HOURS,
  subscribed: false,
  added: [],
  removed: [],
  exceptions: [],
};
