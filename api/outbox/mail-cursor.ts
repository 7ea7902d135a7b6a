import { z } from 'zod';
import { CallwrightError } from '../../contracts/errors.ts';
import type { MailPage } from '../../db/repositories/outbox.ts';

type Cursor = NonNullable<MailPage['next']>;

const Parts = z.tuple([
  z
    .string()
    .regex(/^[0-9]{1,15}$/)
    .transform(Number),
  z.uuid(),
]);

/** Place in the list of mails as text that clients hand back unread. */
export const writeMailCursor = ({ createdAt, id }: Cursor): string =>
  Buffer.from(`${createdAt}.${id}`).toString('base64url');

/** Reads what `writeMailCursor` wrote; anything else is `request/invalid`. */
export function readMailCursor(text: string): Cursor {
  const parts = Parts.safeParse(Buffer.from(text, 'base64url').toString('latin1').split('.'));
  if (!parts.success)
    throw new CallwrightError('request/invalid', 'the cursor is not one of ours: begin without one');
  return { createdAt: parts.data[0], id: parts.data[1] };
}
