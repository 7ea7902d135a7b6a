import { useTranslation } from 'react-i18next';
import type { Why } from '../../../../contracts/calendar/verdict.ts';
import type { DayHours } from '../../../../contracts/scenario/calendar.ts';

/** Sentences about hours, in the present language. */
export type HoursWords = {
  /** `2026-12-25 (금)` */
  date(why: Pick<Why, 'date' | 'weekday'>): string;
  /** Hours of a day: work and lunch, or that it is a day off. */
  hours(hours: DayHours): string;
  /** What decided about a day. */
  why(why: Why): string;
};

export function useHoursWords(): HoursWords {
  const { t } = useTranslation();
  const hours = (given: DayHours): string => {
    if (given === 'holiday') return t('calendars.dayOff');
    const { work, lunch } = given;
    const words = t('calendars.work', work);
    return lunch === undefined ? words : `${words}, ${t('calendars.lunch', lunch)}`;
  };
  return {
    date: ({ date, weekday }) => `${date} (${t(`calendars.shortDay.${weekday}`)})`,
    hours,
    why(why) {
      const day = t(`calendars.day.${why.weekday}`);
      switch (why.rule) {
        case 'off':
          return t('calendars.why.off', { day, hours: hours(why.hours) });
        case 'weekly':
          return t('calendars.why.weekly', { day, hours: hours(why.hours) });
        case 'exception':
          return t('calendars.why.exception', { date: why.date, name: why.name, hours: hours(why.hours) });
        case 'addedHoliday':
          return t('calendars.why.addedHoliday', { date: why.date, name: why.name });
        case 'publicHoliday':
          return t(`calendars.why.${why.source}`, { date: why.date, name: why.name });
      }
    },
  };
}
