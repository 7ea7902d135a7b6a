import type { Actor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { CallId } from '../../contracts/ids.ts';
import type { CallRow } from '../../db/repositories/call-row.ts';
import type { CallParts } from './call-parts.ts';

/** The call, if the actor may see it; else `request/not-found`, whether it exists or not. */
export async function findCall({ repositories }: CallParts, actor: Actor, id: CallId): Promise<CallRow> {
  const row = await repositories.calls.get(actor, id);
  if (row === undefined) throw new CallwrightError('request/not-found', 'no such call');
  return row;
}
