import { z } from 'zod';

/** Time zone of an office: a name of the IANA list that this runtime knows, never a bare offset, which has no summer time. */
export const Zone = z
  .string()
  .max(60)
  .regex(/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/, 'write a zone as Asia/Seoul')
  .refine(isKnown, 'no time zone of this name is known');

function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
