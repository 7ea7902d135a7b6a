import type { RequestHandler } from 'express';
import {
  DeclaredHolidayDraft,
  type DeclaredHolidayListView,
  DeclaredHolidayQuery,
} from '../../contracts/api/calendars.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { actorOf } from '../http/identity.ts';
import { ownTenant } from '../http/own-tenant.ts';
import { render } from '../http/render.ts';
import type { CalendarParts } from './calendar-parts.ts';

/** `GET /api/v1/declared-holidays`. */
export const listDeclared =
  ({ repositories }: CalendarParts): RequestHandler =>
  async (request, response) => {
    const holidays = await repositories.declaredHolidays.list(actorOf(response));
    const view: DeclaredHolidayListView = { holidays };
    render(request, response, 'declaredHolidayList', view);
  };

/** `POST /api/v1/declared-holidays`: holds for the next call of every calendar that subscribes to public holidays. */
export const declareHoliday =
  ({ repositories }: CalendarParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { date, name, everywhere } = DeclaredHolidayDraft.parse(request.body);
    const tenant = everywhere ? null : ownTenant(actor);
    const made = await repositories.declaredHolidays.declare(actor, { date, name, tenant });
    render(request, response, 'declaredHoliday', made);
  };

/** `DELETE /api/v1/declared-holidays?date=`. */
export const withdrawHoliday =
  ({ repositories }: CalendarParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { date, everywhere } = DeclaredHolidayQuery.parse(request.query);
    const tenant = everywhere === 'true' ? null : ownTenant(actor);
    if ((await repositories.declaredHolidays.withdraw(actor, { date, tenant })) === undefined)
      throw new CallwrightError('request/not-found', 'no such declared holiday');
    response.status(204).end();
  };
