import type { Request, RequestHandler, Response } from 'express';
import {
  type CalendarListView,
  CalendarParams,
  CalendarSave,
  NewCalendar,
} from '../../contracts/api/calendars.ts';
import type { CalendarRow } from '../../db/repositories/calendar-row.ts';
import { actorOf } from '../http/identity.ts';
import { ownTenant } from '../http/own-tenant.ts';
import { render } from '../http/render.ts';
import { revisionOf, setRevisionTag } from '../scenario/revision-tag.ts';
import {
  type CalendarParts,
  declaredOf,
  noCalendar,
  nowOf,
  toCalendarView,
  toSummary,
} from './calendar-parts.ts';

/** `GET /api/v1/calendars`. */
export const listCalendars =
  (parts: CalendarParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const [rows, declared] = await Promise.all([
      parts.repositories.calendars.list(actor),
      declaredOf(parts, actor),
    ]);
    const at = nowOf(parts);
    const view: CalendarListView = {
      calendars: rows.map((row) => toSummary(row, declared(row.tenant), parts, at)),
    };
    render(request, response, 'calendarList', view);
  };

/** Answers with a calendar and its revision as ETag; 404 for none. */
async function show(
  request: Request,
  response: Response,
  parts: CalendarParts,
  row: CalendarRow | undefined,
): Promise<void> {
  if (row === undefined) throw noCalendar();
  const declared = await declaredOf(parts, actorOf(response));
  setRevisionTag(response, row.revision);
  render(request, response, 'calendar', toCalendarView(row, declared(row.tenant), parts, nowOf(parts)));
}

/** `GET /api/v1/calendars/{id}`. */
export const getCalendar =
  (parts: CalendarParts): RequestHandler =>
  async (request, response) => {
    const { id } = CalendarParams.parse(request.params);
    await show(request, response, parts, await parts.repositories.calendars.get(actorOf(response), id));
  };

/** `POST /api/v1/calendars`. */
export const createCalendar =
  (parts: CalendarParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { name, owner, settings } = NewCalendar.parse(request.body);
    const made = await parts.repositories.calendars.create(actor, {
      tenant: ownTenant(actor),
      owner: { kind: owner.kind, ref: 'ref' in owner ? owner.ref : null },
      name,
      settings,
    });
    await show(request, response, parts, made);
  };

/** `PUT /api/v1/calendars/{id}`: the whole of it, over the revision that was seen. */
export const saveCalendar =
  (parts: CalendarParts): RequestHandler =>
  async (request, response) => {
    const { id } = CalendarParams.parse(request.params);
    const change = CalendarSave.parse(request.body);
    const { calendars } = parts.repositories;
    // Before the header: who may not see it learns nothing else.
    if ((await calendars.get(actorOf(response), id)) === undefined) throw noCalendar();
    const row = await calendars.save(actorOf(response), id, revisionOf(request), change);
    await show(request, response, parts, row);
  };

/** `DELETE /api/v1/calendars/{id}`. */
export const removeCalendar =
  ({ repositories }: CalendarParts): RequestHandler =>
  async (request, response) => {
    const { id } = CalendarParams.parse(request.params);
    if ((await repositories.calendars.remove(actorOf(response), id)) === undefined) throw noCalendar();
    response.status(204).end();
  };
