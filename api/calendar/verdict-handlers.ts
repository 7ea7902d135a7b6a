import type { RequestHandler } from 'express';
import {
  CalendarParams,
  type PublicHolidayListView,
  PublicHolidayQuery,
  VerdictOrder,
  VerdictQuery,
} from '../../contracts/api/calendars.ts';
import { actorOf } from '../http/identity.ts';
import { ownTenant } from '../http/own-tenant.ts';
import { render } from '../http/render.ts';
import { type CalendarParts, declaredOf, noCalendar, nowOf, settingsOf } from './calendar-parts.ts';

/** Seoul is nine hours ahead of UTC: the year begins there. */
const SEOUL_OFFSET_MS = 9 * 60 * 60_000;

/** `GET /api/v1/calendars/{id}/verdict?at=`: what callers hear at an instant, and why. */
export const explainCalendar =
  (parts: CalendarParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { id } = CalendarParams.parse(request.params);
    const { at = nowOf(parts) } = VerdictQuery.parse(request.query);
    const row = await parts.repositories.calendars.get(actor, id);
    if (row === undefined) throw noCalendar();
    const declared = (await declaredOf(parts, actor))(row.tenant);
    render(request, response, 'hoursVerdict', parts.hours.explain(settingsOf(row), declared, at));
  };

/** `POST /api/v1/hours-verdict`: the same for settings that nobody has saved yet; nothing is kept of it. */
export const explainSettings =
  (parts: CalendarParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { settings, at = nowOf(parts) } = VerdictOrder.parse(request.body);
    const declared = (await declaredOf(parts, actor))(ownTenant(actor));
    render(request, response, 'hoursVerdict', parts.hours.explain(settings, declared, at));
  };

/** `GET /api/v1/public-holidays?year=`: as calendars that subscribe to them have them. */
export const listPublicHolidays =
  (parts: CalendarParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { year = new Date(nowOf(parts) + SEOUL_OFFSET_MS).getUTCFullYear() } = PublicHolidayQuery.parse(
      request.query,
    );
    const declared = (await declaredOf(parts, actor))(ownTenant(actor));
    const view: PublicHolidayListView = { year, holidays: parts.hours.publicHolidays(year, declared) };
    render(request, response, 'publicHolidayList', view);
  };
