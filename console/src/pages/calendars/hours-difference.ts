import type { CalendarSettings } from '../../../../contracts/calendar/settings.ts';

const PARTS = ['enabled', 'weekly', 'subscribed', 'added', 'removed', 'exceptions', 'zone'] as const;
export type HoursPart = (typeof PARTS)[number];

/** Parts in which two settings differ. */
export const differingParts = (one: CalendarSettings, other: CalendarSettings): readonly HoursPart[] =>
  PARTS.filter((part) => plain(one[part]) !== plain(other[part]));

/** The same text whatever the order in which fields came over the wire. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (_key, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );
