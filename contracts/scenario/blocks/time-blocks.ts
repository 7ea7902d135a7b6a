import { z } from 'zod';
import { CalendarRef } from '../calendar-ref.ts';
import { Music } from '../music.ts';
import { wired } from './wired.ts';

export const BusinessHoursBlock = z.strictObject({
  type: z.literal('businessHours'),
  ...wired,
  calendar: CalendarRef,
});

const music = Music.default({ tone: 'silence' });

export const WaitBlock = z.strictObject({
  type: z.literal('wait'),
  ...wired,
  ms: z.number().int().min(100).max(600_000),
  music,
});

/** Holds the caller until a time of day (its next occurrence) or until a calendar opens; longer than `maxMs`: `tooLong` at once. */
export const WaitUntilBlock = z.strictObject({
  type: z.literal('waitUntil'),
  ...wired,
  until: z.union([
    z.strictObject({ time: z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'write a time as HH:MM') }),
    z.strictObject({ opens: CalendarRef }),
  ]),
  maxMs: z.number().int().min(1_000).max(1_800_000).default(600_000),
  music,
});
