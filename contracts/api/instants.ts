import { z } from 'zod';

/** An instant on the wire: ISO 8601 in UTC. */
export const Instant = z.string().meta({ format: 'date-time', example: '2026-09-21T14:13:20.000Z' });

/** An instant that a client sends, with its offset from UTC; read as ms since the epoch. */
export const Moment = z.iso
  .datetime({ offset: true, error: 'write an instant as 2026-09-21T23:00:00+09:00' })
  .transform((text) => Date.parse(text));

/** Rows per page as a query says it; 50 unless told. */
export const PageLimit = z
  .string()
  .regex(/^[1-9][0-9]{0,2}$/, 'a whole number from 1 to 200')
  .transform(Number)
  .pipe(z.number().max(200))
  .default(50);

/** Id of a row in a path. Upper case is the same id. */
export const RowId = z.string().toLowerCase().pipe(z.uuid());

/** A line that people read: trimmed, without control characters, which could forge another line in a mail or a log. */
export const Line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'no control characters');
