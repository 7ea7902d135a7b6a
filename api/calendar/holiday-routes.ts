import {
  DeclaredHolidayDraft,
  DeclaredHolidayListView,
  DeclaredHolidayQuery,
  DeclaredHolidayView,
  PublicHolidayListView,
  PublicHolidayQuery,
  VerdictOrder,
  VerdictView,
} from '../../contracts/api/calendars.ts';
import type { Route } from '../http/route.ts';
import type { CalendarParts } from './calendar-parts.ts';
import { declareHoliday, listDeclared, withdrawHoliday } from './declared-holiday-handlers.ts';
import { explainSettings, listPublicHolidays } from './verdict-handlers.ts';

/** Public holidays, those entered by hand, and a look at settings before they are saved. */
export const holidayRoutes = (parts: CalendarParts): readonly Route[] => [
  {
    method: 'post',
    path: '/api/v1/hours-verdict',
    access: 'signed-in',
    jsonLimit: 256 * 1_024,
    describe: {
      summary: 'What would happen by settings that are not saved; keeps nothing',
      body: VerdictOrder,
      answer: VerdictView,
    },
    handler: explainSettings(parts),
  },
  {
    method: 'get',
    path: '/api/v1/public-holidays',
    access: 'signed-in',
    describe: {
      summary: 'Public holidays of a year in Korea',
      query: PublicHolidayQuery,
      answer: PublicHolidayListView,
    },
    handler: listPublicHolidays(parts),
  },
  {
    method: 'get',
    path: '/api/v1/declared-holidays',
    access: 'calendars.read',
    describe: { summary: 'Holidays that were entered by hand', answer: DeclaredHolidayListView },
    handler: listDeclared(parts),
  },
  {
    method: 'post',
    path: '/api/v1/declared-holidays',
    access: 'calendars.manage',
    describe: {
      summary: 'Enters a holiday, for one company or for all',
      body: DeclaredHolidayDraft,
      answer: DeclaredHolidayView,
    },
    handler: declareHoliday(parts),
  },
  {
    method: 'delete',
    path: '/api/v1/declared-holidays',
    access: 'calendars.manage',
    describe: { summary: 'Takes an entered holiday back', query: DeclaredHolidayQuery },
    handler: withdrawHoliday(parts),
  },
];
