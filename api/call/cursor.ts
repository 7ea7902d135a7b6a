import { z } from 'zod';
import { CallwrightError } from '../../contracts/errors.ts';
import { CallId } from '../../contracts/ids.ts';
import type { CallCursor } from '../../db/repositories/calls-list.ts';

const Parts = z.tuple([
  z
    .string()
    .regex(/^[0-9]{1,15}$/)
    .transform(Number),
  CallId,
]);

/** Place in the list as text that clients hand back unread; it holds an instant and a call's id, no number. */
export const writeCursor = (cursor: CallCursor): string =>
  Buffer.from(`${cursor.arrivedAt}.${cursor.call}`).toString('base64url');

/** Reads what `writeCursor` wrote; anything else is `request/invalid`. */
export function readCursor(text: string): CallCursor {
  const parts = Parts.safeParse(Buffer.from(text, 'base64url').toString('latin1').split('.'));
  if (!parts.success)
    throw new CallwrightError('request/invalid', 'the cursor is not one of ours: begin without one');
  return { arrivedAt: parts.data[0], call: parts.data[1] };
}
