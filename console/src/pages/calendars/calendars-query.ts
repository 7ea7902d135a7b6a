import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  CalendarListView,
  CalendarView,
  DeclaredHolidayListView,
  OwnCalendarView,
  PublicHolidayListView,
  VerdictView,
} from '../../../../contracts/api/calendars.ts';
import type { CalendarSettings } from '../../../../contracts/calendar/settings.ts';
import { get, request } from '../../api/client.ts';

export const CALENDARS = ['calendars'] as const;
export const OWN_CALENDAR = ['own-calendar'] as const;
/** Everything that a declared holiday changes begins with it. */
export const HOLIDAYS = ['holidays'] as const;

/** What is open changes with the clock, so the list is asked again each minute. */
const ASK_EVERY_MS = 60_000;

export const calendarsQuery = queryOptions({
  queryKey: CALENDARS,
  queryFn: get<CalendarListView>('/calendars'),
  refetchInterval: ASK_EVERY_MS,
});

/** One calendar to edit: read when it is opened and when somebody asks, never while he types. */
export const calendarQuery = (id: string) =>
  queryOptions({
    queryKey: [...CALENDARS, id],
    queryFn: get<CalendarView>(`/calendars/${id}`),
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const ownCalendarQuery = queryOptions({
  queryKey: OWN_CALENDAR,
  queryFn: get<OwnCalendarView>('/own-calendar'),
  refetchOnWindowFocus: false,
});

export const publicHolidaysQuery = (year: number) =>
  queryOptions({
    queryKey: [...HOLIDAYS, 'public', year],
    queryFn: get<PublicHolidayListView>('/public-holidays', { year }),
    staleTime: ASK_EVERY_MS,
    placeholderData: keepPreviousData,
  });

export const declaredQuery = queryOptions({
  queryKey: [...HOLIDAYS, 'declared'],
  queryFn: get<DeclaredHolidayListView>('/declared-holidays'),
});

/** What would happen at an instant (ISO 8601) by settings that may not be saved yet. */
export const verdictQuery = (settings: CalendarSettings, at: string) =>
  queryOptions({
    queryKey: [...HOLIDAYS, 'verdict', settings, at],
    queryFn: ({ signal }) => request<VerdictView>('POST', '/hours-verdict', { settings, at }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: ASK_EVERY_MS,
  });
