import type { RequestHandler } from 'express';
import type { Actor } from '../../contracts/api/actor.ts';
import { OwnCalendarSave, type OwnCalendarView } from '../../contracts/api/calendars.ts';
import type { CalendarSettings } from '../../contracts/calendar/settings.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { CalendarRow } from '../../db/repositories/calendar-row.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';
import { revisionOf, setRevisionTag } from '../scenario/revision-tag.ts';
import { type CalendarParts, settingsOf } from './calendar-parts.ts';

type Person = Extract<Actor, { kind: 'user' }>;

const WORKDAY = { work: { from: '09:00', to: '18:00' } } as const;

/** What a person who never saved begins with: the switch is off, so the fixed hours hold (MO-58, A18). */
const FIRST: CalendarSettings = {
  zone: 'Asia/Seoul',
  enabled: false,
  weekly: {
    sun: 'holiday',
    mon: WORKDAY,
    tue: WORKDAY,
    wed: WORKDAY,
    thu: WORKDAY,
    fri: WORKDAY,
    sat: 'holiday',
  },
  subscribed: false,
  added: [],
  removed: [],
  exceptions: [],
};

const toOwnView = (row: CalendarRow | undefined): OwnCalendarView =>
  row === undefined
    ? { revision: 0, settings: FIRST }
    : { revision: row.revision, settings: settingsOf(row) };

/** Keys and our own processes are nobody's hours. */
function personOf(actor: Actor): Person {
  if (actor.kind !== 'user')
    throw new CallwrightError('auth/forbidden', 'only a person has hours of his own');
  return actor;
}

/** `GET /api/v1/own-calendar`. */
export const getOwnCalendar =
  ({ repositories }: CalendarParts): RequestHandler =>
  async (request, response) => {
    const person = personOf(actorOf(response));
    const row = await repositories.calendars.ofUser(person, person.user);
    setRevisionTag(response, row?.revision ?? 0);
    render(request, response, 'ownCalendar', toOwnView(row));
  };

/** `PUT /api/v1/own-calendar`: holds for the next call (MO-62). */
export const saveOwnCalendar =
  (parts: CalendarParts): RequestHandler =>
  async (request, response) => {
    const { calendars, users } = parts.repositories;
    const person = personOf(actorOf(response));
    const { settings } = OwnCalendarSave.parse(request.body);
    const before = await calendars.ofUser(person, person.user);
    const name = (await users.get(person, person.user))?.name ?? '';
    const row =
      before === undefined
        ? await calendars.create(person, {
            tenant: person.tenant,
            owner: { kind: 'user', ref: person.user },
            name,
            settings,
          })
        : await calendars.save(person, before.id, revisionOf(request), { name, settings });
    setRevisionTag(response, row?.revision ?? 0);
    render(request, response, 'ownCalendar', toOwnView(row));
  };
