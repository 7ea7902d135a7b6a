/** Ranges that a person picks with one press. They stay words in the address: a kept link of today is today tomorrow. */
export const QUICK_RANGES = ['today', 'yesterday', 'week', 'month', 'all'] as const;
export type QuickRange = (typeof QUICK_RANGES)[number];

/** Calendar days of Asia/Seoul, both included; null is without a limit. */
export type DayRange = { readonly from: string | null; readonly to: string | null };

const DAY_MS = 86_400_000;
/** Korea has had no daylight saving since 1988, so its days are plain arithmetic. */
const SEOUL_MS = 9 * 3_600_000;

/** The day (YYYY-MM-DD) in Seoul of an instant in ms. */
export const seoulDay = (at: number): string => new Date(at + SEOUL_MS).toISOString().slice(0, 10);

/** The days of a range as seen at `now` (ms). A week is today and the six days before. */
export function daysOf(range: QuickRange, now: number): DayRange {
  const today = seoulDay(now);
  switch (range) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday': {
      const day = seoulDay(now - DAY_MS);
      return { from: day, to: day };
    }
    case 'week':
      return { from: seoulDay(now - 6 * DAY_MS), to: today };
    case 'month':
      return { from: `${today.slice(0, 8)}01`, to: today };
    case 'all':
      return { from: null, to: null };
  }
}

/** A day of the calendar, or null if the text is none (`2026-02-30`). */
export function asDay(text: string | null): string | null {
  if (text === null || !/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : text;
}

/** Instants as the api takes them: from the first moment of `from` to the first moment after `to`, which is not in it. */
export function instantsOf({ from, to }: DayRange): { from: string | null; to: string | null } {
  const start = (day: string): string => `${day}T00:00:00+09:00`;
  return {
    from: from === null ? null : start(from),
    to:
      to === null ? null : start(new Date(Date.parse(`${to}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)),
  };
}
