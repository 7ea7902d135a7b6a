import {
  CalendarListView,
  CalendarParams,
  CalendarSave,
  CalendarView,
  NewCalendar,
  OwnCalendarSave,
  OwnCalendarView,
  VerdictQuery,
  VerdictView,
} from '../../contracts/api/calendars.ts';
import type { Route } from '../http/route.ts';
import {
  createCalendar,
  getCalendar,
  listCalendars,
  removeCalendar,
  saveCalendar,
} from './calendar-handlers.ts';
import type { CalendarParts } from './calendar-parts.ts';
import { holidayRoutes } from './holiday-routes.ts';
import { getOwnCalendar, saveOwnCalendar } from './own-calendar-handlers.ts';
import { explainCalendar } from './verdict-handlers.ts';

/** 400 holidays of each kind with names in three-byte letters. */
const JSON_BYTES = 256 * 1_024;

/** Business hours of numbers, departments, people and the company (MO-14, MO-58 … MO-62). */
export const calendarRoutes = (parts: CalendarParts): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/calendars',
    access: 'calendars.read',
    describe: { summary: 'Business hours, and what they say now', answer: CalendarListView },
    handler: listCalendars(parts),
  },
  {
    method: 'post',
    path: '/api/v1/calendars',
    access: 'calendars.manage',
    jsonLimit: JSON_BYTES,
    describe: { summary: 'Makes business hours', body: NewCalendar, answer: CalendarView },
    handler: createCalendar(parts),
  },
  ...calendarRowRoutes(parts),
  {
    method: 'get',
    path: '/api/v1/own-calendar',
    access: 'signed-in',
    describe: { summary: 'Hours of whoever asks', answer: OwnCalendarView },
    handler: getOwnCalendar(parts),
  },
  {
    method: 'put',
    path: '/api/v1/own-calendar',
    access: 'signed-in',
    jsonLimit: JSON_BYTES,
    describe: {
      summary: 'Sets the hours of whoever asks; If-Match has the revision that was seen',
      body: OwnCalendarSave,
      answer: OwnCalendarView,
    },
    handler: saveOwnCalendar(parts),
  },
  ...holidayRoutes(parts),
];

const calendarRowRoutes = (parts: CalendarParts): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/calendars/:id',
    access: 'calendars.read',
    describe: { summary: 'Business hours with their settings', params: CalendarParams, answer: CalendarView },
    handler: getCalendar(parts),
  },
  {
    method: 'put',
    path: '/api/v1/calendars/:id',
    access: 'calendars.manage',
    jsonLimit: JSON_BYTES,
    describe: {
      summary: 'Saves business hours, from the next call on; If-Match has the revision that was seen',
      params: CalendarParams,
      body: CalendarSave,
      answer: CalendarView,
    },
    handler: saveCalendar(parts),
  },
  {
    method: 'delete',
    path: '/api/v1/calendars/:id',
    access: 'calendars.manage',
    describe: { summary: 'Removes business hours that no number has chosen', params: CalendarParams },
    handler: removeCalendar(parts),
  },
  {
    method: 'get',
    path: '/api/v1/calendars/:id/verdict',
    access: 'calendars.read',
    describe: {
      summary: 'What happens at an instant, and why',
      params: CalendarParams,
      query: VerdictQuery,
      answer: VerdictView,
    },
    handler: explainCalendar(parts),
  },
];
