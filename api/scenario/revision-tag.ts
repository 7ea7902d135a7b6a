import type { Request, Response } from 'express';
import { CallwrightError } from '../../contracts/errors.ts';

/** Says which revision of a scenario's draft or of business hours an answer shows; a save sends it back as `If-Match` (RFC 9110 §13.1.1). */
export const setRevisionTag = (response: Response, revision: number): void =>
  void response.setHeader('ETag', `"${revision}"`);

/** The revision that an editor saw. `request/invalid` without one: a save that knows nothing would lose another's work. */
export function revisionOf(request: Request): number {
  const tag = request.get('If-Match');
  const digits = /^"([1-9][0-9]{0,8})"$/.exec(tag ?? '')?.[1];
  if (digits === undefined)
    throw new CallwrightError(
      'request/invalid',
      'send the header If-Match with the revision that you saw, in quotation marks: it is the ETag of what you read',
    );
  return Number(digits);
}
