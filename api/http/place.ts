import { z } from 'zod';
import { CallwrightError } from '../../contracts/errors.ts';

/** Place of a row in a list that is ordered by an instant, ms, and then by a key: an id, or digits. */
export type Place = { at: number; key: string };

const Parts = z.tuple([
  z
    .string()
    .regex(/^[0-9]{1,15}$/)
    .transform(Number),
  z.uuid().or(z.string().regex(/^[0-9]{3,20}$/)),
]);

/** A place as text that clients hand back unread. */
export const writePlace = ({ at, key }: Place): string => Buffer.from(`${at}.${key}`).toString('base64url');

/** Reads what `writePlace` wrote; anything else is `request/invalid`. */
export function readPlace(text: string): Place {
  const parts = Parts.safeParse(Buffer.from(text, 'base64url').toString('latin1').split('.'));
  if (!parts.success)
    throw new CallwrightError('request/invalid', 'the cursor is not one of ours: begin without one');
  return { at: parts.data[0], key: parts.data[1] };
}
