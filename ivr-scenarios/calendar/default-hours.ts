import type { Calendar } from '../../contracts/scenario/calendar.ts';

const WORKDAY = { work: { from: '09:00', to: '18:00' } };

/** Hours of a subscriber who set none: Monday to Friday 09–18, no lunch break, no public holidays (A18). */
export const DEFAULT_HOURS: Calendar = {
  zone: 'Asia/Seoul',
  weekly: {
    sun: 'holiday',
    mon: WORKDAY,
    tue: WORKDAY,
    wed: WORKDAY,
    thu: WORKDAY,
    fri: WORKDAY,
    sat: 'holiday',
  },
  holidays: [],
};
